package chevet.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom, as docs/architecture.md draws it: modules, doors and features. */
@AnalyzeClasses(packages = "chevet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
    private static final String[] WARD_FEATURES = {"stay", "meal", "account"};
    private static final String[] TERMINAL_FEATURES = {"home", "meal"};

    @ArchTest
    static final ArchRule sharedModelImportsNothingOfOurs =
            noClasses()
                    .that()
                    .resideInAPackage("chevet.model..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("chevet..")
                                    .and(not(resideInAPackage("chevet.model.."))));

    @ArchTest
    static final ArchRule kioskConfigImportsOnlySharedModel =
            noClasses()
                    .that()
                    .resideInAPackage("chevet.config..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("chevet.ward..", "chevet.terminal..");

    @ArchTest
    static final ArchRule terminalNeverImportsTheServer =
            noClasses()
                    .that()
                    .resideInAPackage("chevet.terminal..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("chevet.ward..");

    @ArchTest
    static final ArchRule serverNeverImportsTheTerminal =
            noClasses()
                    .that()
                    .resideInAPackage("chevet.ward..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("chevet.terminal..");

    @ArchTest
    static void aWardFeatureImportsNoFeature(JavaClasses all) {
        apart(all, "chevet.ward.", WARD_FEATURES);
    }

    @ArchTest
    static void aTerminalFeatureImportsNoFeature(JavaClasses all) {
        apart(all, "chevet.terminal.", TERMINAL_FEATURES);
    }

    @ArchTest
    static final ArchRule serverFramesNameNoFeature =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "chevet.ward.db..",
                            "chevet.ward.keys..",
                            "chevet.ward.sync..",
                            "chevet.ward.broker..",
                            "chevet.ward.http..",
                            "chevet.ward.console..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "chevet.ward.stay..", "chevet.ward.meal..", "chevet.ward.account..");

    @ArchTest
    static final ArchRule shellAndUiNameNoFeature =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "chevet.terminal.shell..",
                            "chevet.terminal.ui..",
                            "chevet.terminal.link..",
                            "chevet.terminal.device..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("chevet.terminal.home..", "chevet.terminal.meal..");

    @ArchTest
    static final ArchRule uiKnowsNeitherShellNorLink =
            noClasses()
                    .that()
                    .resideInAPackage("chevet.terminal.ui..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("chevet.terminal.shell..", "chevet.terminal.link..");

    @ArchTest
    static final ArchRule onlyTheWireReadsJson = door("chevet.model.wire", "tools.jackson..");

    @ArchTest
    static final ArchRule onlyTheLinkSpeaksMqttAtTheBed =
            noClasses()
                    .that(
                            resideInAPackage("chevet.terminal..")
                                    .and(not(resideInAPackage("chevet.terminal.link.."))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.eclipse.paho..", "org.sqlite..", "java.sql..");

    @ArchTest
    static final ArchRule onlyTheBrokerDoorKnowsTheBroker =
            door("chevet.ward.broker", "com.hivemq..");

    @ArchTest
    static final ArchRule onlyTheHttpDoorKnowsJetty =
            door("chevet.ward.http", "org.eclipse.jetty..");

    @ArchTest
    static final ArchRule onlyTheDeviceDoorKnowsAttach =
            door("chevet.terminal.device", "com.gluonhq..");

    @ArchTest
    static final ArchRule sqlLivesInStores =
            noClasses()
                    .that(
                            resideInAPackage("chevet.ward..")
                                    .and(not(resideInAPackage("chevet.ward.db..")))
                                    .and(not(simpleNameEndingWith("Store")))
                                    .and(not(nestedInAStore())))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..",
                            "org.jdbi.v3.core.statement..",
                            "org.flywaydb..",
                            "com.zaxxer..");

    @ArchTest
    static final ArchRule rulesArePure =
            noClasses()
                    .that()
                    .resideInAPackage("chevet.model..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "java.io..",
                                    "java.nio.file..",
                                    "java.net..",
                                    "java.sql..",
                                    "java.util.concurrent..",
                                    "javafx.."))
                    .orShould()
                    .callMethod(java.time.Instant.class, "now")
                    .orShould()
                    .callMethod(java.time.LocalDate.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule theSyncCoresAskNoClockOfTheirOwn =
            noClasses()
                    .that()
                    .resideInAnyPackage("chevet.ward.sync..")
                    .should()
                    .callMethod(java.time.Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule interactorsBuildNoNodes =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Interactor")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..");

    @ArchTest
    static final ArchRule modelsHoldNoLogicOfTheLink =
            noClasses()
                    .that()
                    .resideInAPackage("chevet.terminal..")
                    .and()
                    .haveSimpleNameEndingWith("Model")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("chevet.terminal.link..");

    @ArchTest
    static final ArchRule viewsNeverReadTheReplica =
            noClasses()
                    .that()
                    .resideInAPackage("chevet.terminal..")
                    .and()
                    .haveSimpleNameEndingWith("View")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("chevet.terminal.link..");

    @ArchTest
    static final ArchRule nobodySleeps =
            noClasses()
                    .should()
                    .callMethod(Thread.class, "sleep", long.class)
                    .because("wait for the thing, with a limit");

    private static ArchRule door(String owner, String... behind) {
        return noClasses()
                .that(resideInAPackage("chevet..").and(not(resideInAPackage(owner + ".."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(behind)
                .because(owner + " is the only door to it");
    }

    private static void apart(JavaClasses all, String root, String... features) {
        for (String feature : features) {
            for (String other : features) {
                if (!feature.equals(other)) {
                    noClasses()
                            .that()
                            .resideInAPackage(root + feature + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(root + other + "..")
                            .allowEmptyShould(true)
                            .check(all);
                }
            }
        }
    }

    private static com.tngtech.archunit.base.DescribedPredicate<
                    com.tngtech.archunit.core.domain.JavaClass>
            nestedInAStore() {
        return DescribedPredicate.describe(
                "nested in a store",
                type ->
                        type.getEnclosingClass()
                                .map(outer -> outer.getSimpleName().endsWith("Store"))
                                .orElse(false));
    }
}
