package org.srdi.monitor.watch;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the watch.
 *
 * @param backupFolder the folder in which backups lie, one file or folder each; null if
 * they are not looked at
 * @param catchUp how long the service has, after it was out, to make up for what fell due
 * meanwhile before that is told by itself
 */
@ConfigurationProperties("srdi.watch")
public record WatchProperties(@Nullable Path backupFolder, @DefaultValue("2h") Duration catchUp) {

}
