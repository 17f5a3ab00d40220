package chevet.model.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import chevet.model.staff.Grant.Reach;
import chevet.model.text.Texts;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule as a table: what a profile gives, by ward and standing. */
final class PermissionsTest {
    /** Reads the diet and changes trays in its wards, cleans everywhere, may break the glass. */
    private static final Profile NURSE =
            profile(
                    Duration.ofMinutes(15),
                    Set.of(new Permission(Resource.MEDICATION, Action.READ)));

    private static final Profile WITHOUT_GRACE = profile(Duration.ZERO, Set.of());

    private static Profile profile(Duration grace, Set<Permission> emergency) {
        return new Profile(
                "nurse",
                Texts.french("Infirmier"),
                false,
                Set.of(
                        grant(Resource.DIET, Action.READ, Reach.OWN),
                        grant(Resource.MEALS, Action.CHANGE, Reach.OWN),
                        grant(Resource.CLEANING, Action.CHANGE, Reach.ANY),
                        grant(Resource.FLAGS, Action.READ, Reach.ANY)),
                emergency,
                grace);
    }

    private static Grant grant(Resource resource, Action action, Reach reach) {
        return new Grant(new Permission(resource, action), reach);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    DIET,       READ,   true,  PIN,       true
                    DIET,       READ,   false, PIN,       false
                    DIET,       CHANGE, true,  PIN,       false
                    MEALS,      CHANGE, true,  PIN,       true
                    MEALS,      CHANGE, false, PIN,       false
                    CLEANING,   CHANGE, true,  PIN,       true
                    CLEANING,   CHANGE, false, PIN,       true
                    FLAGS,      READ,   false, PIN,       true
                    MEDICATION, READ,   true,  PIN,       false
                    TERMINAL,   READ,   true,  PIN,       false
                    DIET,       READ,   true,  GRACE,     true
                    DIET,       READ,   false, GRACE,     false
                    MEALS,      CHANGE, true,  GRACE,     false
                    CLEANING,   CHANGE, true,  GRACE,     false
                    FLAGS,      READ,   false, GRACE,     true
                    MEDICATION, READ,   true,  GRACE,     false
                    MEDICATION, READ,   false, EMERGENCY, true
                    MEDICATION, READ,   true,  EMERGENCY, true
                    DIET,       READ,   false, EMERGENCY, false
                    MEALS,      CHANGE, false, EMERGENCY, false
                    MEALS,      CHANGE, true,  EMERGENCY, true
                    """)
    void whatIsNotGrantedIsRefused(
            Resource resource, Action action, boolean own, Standing standing, boolean may) {
        assertThat(Permissions.at(NURSE, own, standing).contains(new Permission(resource, action)))
                .isEqualTo(may);
    }

    @Test
    void withoutAGraceATapOpensNothing() {
        assertThat(Permissions.at(WITHOUT_GRACE, true, Standing.GRACE)).isEmpty();
    }

    @Test
    void aPrescriberHasNoGrace() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Profile(
                                        "doctor",
                                        Texts.french("Médecin"),
                                        true,
                                        Set.of(),
                                        Set.of(),
                                        Duration.ofMinutes(1)));
    }
}
