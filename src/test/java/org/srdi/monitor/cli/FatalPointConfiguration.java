package org.srdi.monitor.cli;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.AbstractJob;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Ends the process by {@code kill -9}, or pauses it by {@code kill -STOP}, at a point of
 * a run: {@code before:STEP}, {@code after:STEP}, {@code after:job}, or
 * {@code in:STEP#N}, which is just before the Nth transaction of a step commits;
 * {@code STEP#N+} is just after. The product knows nothing of this: the tests' class path
 * brings it along, the environment variable SRDI_TEST_FATAL arms it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("srdi.test.fatal")
class FatalPointConfiguration {

	@Bean
	static Trap trap(@Value("${srdi.test.fatal}") String point, @Value("${srdi.test.signal:KILL}") String signal) {
		return new Trap(point, signal);
	}

	@Bean
	static BeanPostProcessor trapLayer(Trap trap) {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				if (bean instanceof AbstractStep step) {
					step.registerStepExecutionListener(trap);
				}
				if (bean instanceof AbstractJob job) {
					job.registerJobExecutionListener(trap);
				}
				return bean;
			}

		};
	}

	/** Springs when the run comes by. */
	static final class Trap implements StepExecutionListener, JobExecutionListener, TransactionExecutionListener {

		private final String point;

		private final String signal;

		private volatile String step = "";

		private volatile Thread thread;

		private int transactions;

		private Trap(String point, String signal) {
			this.point = point;
			this.signal = signal;
		}

		@Override
		public void beforeStep(StepExecution execution) {
			pass("before:" + execution.getStepName());
			this.step = execution.getStepName();
			this.thread = Thread.currentThread();
			this.transactions = 0;
		}

		@Override
		public ExitStatus afterStep(StepExecution execution) {
			pass("after:" + execution.getStepName());
			this.thread = null;
			return null;
		}

		@Override
		public void afterJob(JobExecution execution) {
			pass("after:job");
		}

		@Override
		public void beforeCommit(TransactionExecution transaction) {
			if (isOfTheStep(transaction)) {
				this.transactions++;
				pass("in:" + this.step + "#" + this.transactions);
			}
		}

		@Override
		public void afterCommit(TransactionExecution transaction, Throwable failure) {
			if (isOfTheStep(transaction)) {
				pass("in:" + this.step + "#" + this.transactions + "+");
			}
		}

		/** Those of the job repository have names. */
		private boolean isOfTheStep(TransactionExecution transaction) {
			return Thread.currentThread() == this.thread && transaction.getTransactionName().isEmpty();
		}

		private void pass(String place) {
			if (!place.equals(this.point)) {
				return;
			}
			try {
				new ProcessBuilder("kill", "-" + this.signal, String.valueOf(ProcessHandle.current().pid())).start()
					.waitFor();
			}
			catch (IOException ex) {
				Runtime.getRuntime().halt(137);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			while (this.signal.equals("KILL")) {
				LockSupport.park();
			}
		}

	}

}
