package chevet.ward.staff;

import chevet.model.place.TerminalId;
import chevet.model.staff.LoginText;
import chevet.model.staff.Nonce;
import chevet.model.staff.Purpose;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Nonces that were given and not yet used: each once, within 30 s, at its own terminal and for its
 * own purpose. In memory only. Safe for all threads.
 */
final class Challenges {
    private static final Duration LIFE = Duration.ofSeconds(30);

    /** That a terminal may have open at a time; the oldest goes. */
    private static final int MOST_EACH = 4;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Given> given = new LinkedHashMap<>();

    /** A nonce that may be used; nobody changes its bytes. */
    static final class Given {
        private final TerminalId terminal;
        private final Purpose purpose;
        private final byte[] nonce;
        private final Instant until;

        Given(TerminalId terminal, Purpose purpose, byte[] nonce, Instant until) {
            this.terminal = terminal;
            this.purpose = purpose;
            this.nonce = nonce;
            this.until = until;
        }

        TerminalId terminal() {
            return terminal;
        }

        Purpose purpose() {
            return purpose;
        }

        /** Not a copy. */
        byte[] nonce() {
            return nonce;
        }

        Instant until() {
            return until;
        }
    }

    Challenges(InstantSource clock) {
        this.clock = clock;
    }

    synchronized Nonce give(TerminalId terminal, Purpose purpose) {
        forget(terminal);
        byte[] nonce = new byte[LoginText.NONCE];
        random.nextBytes(nonce);
        Instant until = clock.instant().plus(LIFE);
        String word = Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
        given.put(word, new Given(terminal, purpose, nonce, until));
        return new Nonce(word, until);
    }

    /** Uses it up, whatever comes of it; empty where it may not be used here. */
    synchronized Optional<Given> take(String nonce, TerminalId terminal) {
        Given known = given.get(nonce);
        if (known == null || !known.terminal().equals(terminal)) {
            return Optional.empty();
        }
        given.remove(nonce);
        return Optional.of(known).filter(each -> clock.instant().isBefore(each.until()));
    }

    private void forget(TerminalId terminal) {
        Instant now = clock.instant();
        given.values().removeIf(each -> !now.isBefore(each.until()));
        long own = given.values().stream().filter(e -> e.terminal().equals(terminal)).count();
        Iterator<Given> oldest = given.values().iterator();
        while (own >= MOST_EACH && oldest.hasNext()) {
            if (oldest.next().terminal().equals(terminal)) {
                oldest.remove();
                own--;
            }
        }
    }
}
