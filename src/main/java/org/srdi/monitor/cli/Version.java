package org.srdi.monitor.cli;

import picocli.CommandLine.IVersionProvider;

/** Tells the version that was built. */
final class Version implements IVersionProvider {

	@Override
	public String[] getVersion() {
		String version = Main.class.getPackage().getImplementationVersion();
		return new String[] { "srdi-monitor " + ((version != null) ? version : "(not packaged)") };
	}

}
