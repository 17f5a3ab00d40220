package chevet.ward.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void aPasswordMatchesItsOwnHashOnly() {
        String hash = passwords.hash("quatre mots et une lampe");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("quatre mots et une lampe", hash)).isTrue();
        assertThat(passwords.matches("quatre mots et une lampE", hash)).isFalse();
        assertThat(passwords.hash("quatre mots et une lampe")).isNotEqualTo(hash);
    }

    /**
     * Made by another implementation of RFC 9106: accounts outlive the library that hashed them.
     */
    @Test
    void anothersHashIsRead() {
        String hash =
                "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg"
                        + "$XmpwLTmTLPmsjUzovLvSIQlo2wzeGgSnLq2V+Cf/pSc";

        assertThat(passwords.matches("correct horse é", hash)).isTrue();
        assertThat(passwords.matches("correct horse e", hash)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "$argon2i$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$MDEyMzQ1Njc4OWFiY2RlZg",
                "$argon2id$v=19$m=19456,t=2,p=1$$"
            })
    void whatIsNoHashMatchesNothing(String kept) {
        assertThat(passwords.matches("", kept)).isFalse();
        assertThat(passwords.matches(kept, kept)).isFalse();
    }
}
