package io.tidemark.quality.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = Modules.classes();

    @Test
    void no_deployable_depends_on_another() {
        for (String one : Modules.DEPLOYABLE_PACKAGES) {
            String[] others = Modules.DEPLOYABLE_PACKAGES.stream()
                    .filter(other -> !other.equals(one))
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(one)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .because("deployables meet on Kafka, in the landing directory and in the database only")
                    .check(CLASSES);
        }
    }

    @Test
    void contracts_know_only_the_jdk_and_jackson_core() {
        classes()
                .that()
                .resideInAPackage("io.tidemark.contracts..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.tidemark.contracts..", "java..", "com.fasterxml.jackson.core..", "org.jspecify..")
                .because("they also run inside Spark and Flink, beside other versions of everything")
                .check(CLASSES);
    }

    @Test
    void news_analysis_knows_only_the_jdk() {
        classes()
                .that()
                .resideInAPackage("io.tidemark.newsanalysis..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.tidemark.newsanalysis..", "java..", "org.jspecify..")
                .because("both layers read news with it, one inside Flink and one inside Spark")
                .check(CLASSES);
    }

    @Test
    void the_service_kit_stays_with_the_plain_services() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.tidemark.servicekit..",
                        "io.tidemark.ingest..",
                        "io.tidemark.landing..",
                        "io.tidemark.news..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.tidemark.servicekit..")
                .check(CLASSES);
    }

    @Test
    void the_test_kit_is_for_tests_and_the_quickstart() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.tidemark.testkit..", "io.tidemark.quickstart..", "io.tidemark.quality..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.tidemark.testkit..")
                .check(CLASSES);
    }

    @Test
    void only_serving_migrates() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.tidemark.serving..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.flywaydb..")
                .check(CLASSES);
    }

    @Test
    void the_clock_is_injected() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("time is a parameter: tests set it, and DST, leap days and jumps can be tried out")
                .check(CLASSES);
    }

    @Test
    void there_is_no_static_mutable_state() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .check(CLASSES);
    }

    @Test
    void packages_have_no_cycles() {
        for (String deployable : Modules.DEPLOYABLE_PACKAGES) {
            slices().matching(deployable.replace("..", ".(**)"))
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
        for (String library : List.of("contracts", "newsanalysis")) {
            slices().matching("io.tidemark." + library + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .check(CLASSES);
        }
    }

    @Test
    void packages_are_nouns_of_the_domain() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..manager..", "..helper..")
                .check(CLASSES);
    }

    @Test
    void every_package_is_null_marked() {
        classes().that(areNoPackageInfo()).should(liveInANullMarkedPackage()).check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> areNoPackageInfo() {
        return DescribedPredicate.describe(
                "are no package-info", type -> !type.getSimpleName().equals("package-info"));
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith(NullMarked.class))
                        .orElse(false);
                events.add(new SimpleConditionEvent(
                        type, marked, type.getPackageName() + (marked ? " is" : " is not") + " null-marked"));
            }
        };
    }
}
