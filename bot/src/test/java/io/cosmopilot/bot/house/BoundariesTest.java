package io.cosmopilot.bot.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** Who may know whom, inside of the modules and outside of the house. */
class BoundariesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-test/"))
            .importPackages("io.cosmopilot");

    @Test
    void only_the_engine_knows_the_state_machine() {
        onlyIn("io.cosmopilot.conversations.engine..", "org.springframework.statemachine..");
    }

    /** Templates know what Kubernetes’ objects look like, and cannot reach any. */
    @Test
    void only_deploy_talks_to_kubernetes() {
        onlyIn("io.cosmopilot.deploy..", "io.fabric8.kubernetes.client..");
    }

    @Test
    void only_adapters_know_where_people_chat() {
        onlyIn("io.cosmopilot.adapters..", "com.slack..", "net.dv8tion..", "org.springframework.web.socket..");
    }

    @ParameterizedTest
    @ValueSource(strings = {"adapters", "bot", "conversations", "deploy", "templates"})
    void the_packages_of_a_module_form_no_circle(String module) {
        slices().matching("io.cosmopilot." + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
    }

    @Test
    void every_package_promises_that_nothing_is_null_unless_it_says_so() {
        assertThat(HOUSE)
                .extracting(JavaClass::getPackage)
                .filteredOn(somewhere ->
                        somewhere.tryGetAnnotationOfType(NullMarked.class).isEmpty())
                .extracting(JavaPackage::getName)
                .isEmpty();
    }

    @Test
    void packages_and_types_are_called_by_words_of_the_domain() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..service..", "..controller..", "..dto..", "..impl..", "..util..", "..utils..", "..common..")
                .orShould()
                // A field manager is Kubernetes’ own word.
                .haveNameMatching(".*(Impl|Utils?|Helper|Dto|(?<!Field)Manager)")
                .check(HOUSE);
    }

    private static void onlyIn(String home, String... libraries) {
        noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .check(HOUSE);
    }
}
