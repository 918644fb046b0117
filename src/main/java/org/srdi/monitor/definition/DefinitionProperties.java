package org.srdi.monitor.definition;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the definitions are ({@code srdi.*}).
 *
 * @param jobsDir the folder of the definitions; empty for the folder {@code jobs}, or the
 * copy in the jar where there is none
 */
@ConfigurationProperties("srdi")
record DefinitionProperties(@DefaultValue("") String jobsDir) {

}
