package org.srdi.monitor;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

/** The plan of the house holds. */
class ModularityTests {

	private static final String ROOT = "org.srdi.monitor.";

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("org.srdi.monitor");

	@Test
	void modulesUseOnlyWhatTheyMay() {
		ApplicationModules.of(MonitorApplication.class).verify();
	}

	@Test
	void onlyWorkbookUsesPoi() {
		onlyIn("workbook", "org.apache.poi..");
	}

	@Test
	void onlyBatchUsesSpringBatch() {
		onlyIn("batch", "org.springframework.batch..");
	}

	@Test
	void onlyScheduleUsesQuartz() {
		onlyIn("schedule", "org.quartz..");
	}

	private void onlyIn(String module, String library) {
		noClasses().that()
			.resideOutsideOfPackage(ROOT + module + "..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(library)
			.check(CLASSES);
	}

	/**
	 * A stream of rows keeps its connection until it is closed, which is easily
	 * forgotten.
	 */
	@Test
	void configurationsHaveTheNameTheyAreFoundBy() {
		ArchRule named = classes().that()
			.areAnnotatedWith(Configuration.class)
			.should()
			.haveSimpleNameEndingWith("Configuration");
		named.check(CLASSES);
		named.check(new ClassFileImporter().withImportOption(new ImportOption.OnlyIncludeTests())
			.importPackages("org.srdi.monitor"));
		noClasses().that()
			.areNotAnnotatedWith(Configuration.class)
			.and()
			.areNotAnnotatedWith(SpringBootConfiguration.class)
			.should()
			.beMetaAnnotatedWith(Component.class)
			.check(CLASSES);
	}

	@Test
	void rowsAreNotStreamedFromTheDatabase() {
		noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream").check(CLASSES);
		noClasses().should()
			.callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("queryForStream")))
			.check(CLASSES);
	}

	@Test
	void nothingIsInjectedIntoFieldsOrPrintedOrOutdated() {
		noFields().should().beAnnotatedWith(Autowired.class).check(CLASSES);
		NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
		noClasses().that()
			// Quartz tells fire times that way
			.resideOutsideOfPackage(ROOT + "schedule..")
			.should()
			.dependOnClassesThat()
			.haveFullyQualifiedName("java.util.Date")
			.check(CLASSES);
	}

}
