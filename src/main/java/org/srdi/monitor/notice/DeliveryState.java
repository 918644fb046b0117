package org.srdi.monitor.notice;

/** How far a notice has come on its way to one recipient. */
public enum DeliveryState {

	/** It waits for its first attempt. */
	QUEUED,
	/** Somebody is sending it. */
	SENDING,
	/** The server took it, or its file was written. */
	SENT,
	/** It failed and will be tried again. */
	FAILED,
	/** It failed for good, or too often. */
	GIVEN_UP,
	/** Somebody decided that it is not to be sent. */
	CANCELLED

}
