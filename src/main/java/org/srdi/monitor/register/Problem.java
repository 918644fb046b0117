package org.srdi.monitor.register;

/**
 * Something that keeps a file from being imported.
 *
 * @param place where: {@code register.xlsx 名录!C17} or {@code register.csv:17:3}
 * @param message what was read, what was expected and what to do, in Chinese
 * @param messageEn the same in English
 */
public record Problem(String place, String message, String messageEn) {

}
