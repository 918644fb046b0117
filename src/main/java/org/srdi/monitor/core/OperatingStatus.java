package org.srdi.monitor.core;

/** How an enterprise is operating (经营状态). */
public enum OperatingStatus {

	/** 正常. */
	NORMAL,
	/** 半停产. */
	PARTIAL,
	/** 停产. */
	SUSPENDED,
	/** 筹建. */
	PREPARING,
	/** 关停. */
	CLOSED

}
