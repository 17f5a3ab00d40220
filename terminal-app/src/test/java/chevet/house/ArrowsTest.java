package chevet.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;

/** Who may import whom, as docs/architecture.md draws it: modules, doors and features. */
@AnalyzeClasses(packages = "chevet", importOptions = ArrowsTest.WithoutTests.class)
class ArrowsTest {
    /** Wherever the classes of the tests lie: the quick run has folders of its own. */
    static final class WithoutTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    /** What hosts features or is a door; every other package of a program is a feature. */
    private static final Set<String> WARD_FRAME =
            Set.of("broker", "console", "db", "http", "keys", "pki", "sync");

    private static final Set<String> TERMINAL_FRAME =
            Set.of("device", "fetch", "link", "player", "shell", "ui");

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
        apart(all, "chevet.ward.", WARD_FRAME);
    }

    @ArchTest
    static void aTerminalFeatureImportsNoFeature(JavaClasses all) {
        apart(all, "chevet.terminal.", TERMINAL_FRAME);
    }

    @ArchTest
    static void whatHostsFeaturesNamesNone(JavaClasses all) {
        frameNamesNoFeature(all, "chevet.ward.", WARD_FRAME);
        frameNamesNoFeature(all, "chevet.terminal.", TERMINAL_FRAME);
    }

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

    @ArchTest static final ArchRule onlyTheFeedKnowsHl7 = door("chevet.ward.hl7", "ca.uhn.hl7v2..");

    @ArchTest
    static final ArchRule onlyTheFhirDoorKnowsHapi =
            door("chevet.ward.fhir", "ca.uhn.fhir..", "org.hl7.fhir..");

    @ArchTest
    static final ArchRule onlyTheDeviceDoorKnowsAttach =
            door("chevet.terminal.device", "com.gluonhq..");

    @ArchTest
    static final ArchRule onlyThePlayerKnowsMedia =
            door(
                    "chevet.terminal.player",
                    "javafx.scene.media..",
                    "com.sun.media..",
                    "org.freedesktop..");

    /** The player looks at the playlists of channels, and gives bare ones a master. */
    @ArchTest
    static final ArchRule onlyTheFetcherAndThePlayerSpeakHttpAtTheBed =
            noClasses()
                    .that(
                            resideInAPackage("chevet.terminal..")
                                    .and(
                                            not(
                                                    resideInAnyPackage(
                                                            "chevet.terminal.fetch..",
                                                            "chevet.terminal.player.."))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.net.http..", "com.sun.net.httpserver..");

    @ArchTest
    static final ArchRule sqlLivesInStores =
            noClasses()
                    .that(
                            resideInAPackage("chevet.ward..")
                                    .and(not(resideInAPackage("chevet.ward.db..")))
                                    .and(not(holdsSql())))
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
                                            "javafx..")
                                    // An address reaches nothing by itself.
                                    .and(not(type(java.net.URI.class))))
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
                    .dependOnClassesThat(reachTheLink());

    @ArchTest
    static final ArchRule viewsNeverReadTheReplica =
            noClasses()
                    .that()
                    .resideInAPackage("chevet.terminal..")
                    .and()
                    .haveSimpleNameEndingWith("View")
                    .should()
                    .dependOnClassesThat(reachTheLink());

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

    private static void apart(JavaClasses all, String root, Set<String> frame) {
        Set<String> features = features(all, root, frame);
        for (String feature : features) {
            for (String other : features) {
                if (!feature.equals(other)) {
                    neverImports(all, root + feature, root + other);
                }
            }
        }
    }

    private static void frameNamesNoFeature(JavaClasses all, String root, Set<String> frame) {
        for (String feature : features(all, root, frame)) {
            for (String host : frame) {
                neverImports(all, root + host, root + feature);
            }
        }
    }

    private static void neverImports(JavaClasses all, String here, String there) {
        noClasses()
                .that()
                .resideInAPackage(here + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(there + "..")
                .allowEmptyShould(true)
                .check(all);
    }

    private static Set<String> features(JavaClasses all, String root, Set<String> frame) {
        Set<String> features = new TreeSet<>();
        for (JavaClass type : all) {
            if (type.getPackageName().startsWith(root)) {
                String name = type.getPackageName().substring(root.length());
                features.add(name.contains(".") ? name.substring(0, name.indexOf('.')) : name);
            }
        }
        features.removeAll(frame);
        return features;
    }

    /** All of the link but the record of its state, which a bar shows as it is. */
    private static DescribedPredicate<JavaClass> reachTheLink() {
        return resideInAPackage("chevet.terminal.link..")
                .and(
                        DescribedPredicate.describe(
                                "are no mere state of it",
                                type -> !type.getSimpleName().equals("LinkState")));
    }

    /** A feature's store; the tables and the cursor of the sync core; and what is nested in one. */
    private static DescribedPredicate<JavaClass> holdsSql() {
        return DescribedPredicate.describe(
                "hold SQL",
                type -> {
                    String name = type.getEnclosingClass().orElse(type).getSimpleName();
                    return name.endsWith("Store")
                            || (type.getPackageName().equals("chevet.ward.sync")
                                    && (name.endsWith("Table") || name.endsWith("Cursor")));
                });
    }
}
