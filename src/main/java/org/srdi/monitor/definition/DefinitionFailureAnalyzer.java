package org.srdi.monitor.definition;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the mistakes instead of a stack trace when the application cannot start. */
class DefinitionFailureAnalyzer extends AbstractFailureAnalyzer<DefinitionException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, DefinitionException cause) {
		return new FailureAnalysis("定义文件有误，程序未启动 / The definitions have mistakes:\n\n" + cause.getMessage(),
				"请按上列文件、行、列逐条改正后重新启动 / Correct every one of them and start again", cause);
	}

}
