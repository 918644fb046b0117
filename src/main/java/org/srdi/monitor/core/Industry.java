package org.srdi.monitor.core;

import org.jspecify.annotations.Nullable;

/**
 * A section (门类) or division (大类) of GB/T 4754-2017.
 *
 * @param code one letter for a section, two digits for a division
 * @param section the code of the section a division belongs to; null for a section
 * @param name the Chinese name
 * @param nameEn the English name
 */
public record Industry(String code, @Nullable String section, String name, String nameEn) {

}
