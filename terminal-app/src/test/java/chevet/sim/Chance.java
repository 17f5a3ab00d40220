package chevet.sim;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** All chance of one run, from its seed; it does nothing bad once it is calmed. */
final class Chance {
    private final Random random;
    private boolean calm;

    Chance(long seed) {
        random = new Random(seed);
    }

    /** From now on nothing goes wrong by chance. */
    void calm() {
        calm = true;
    }

    /** True so many times of ten thousand, until it is calmed. */
    boolean bad(int ofTenThousand) {
        return random.nextInt(10_000) < ofTenThousand && !calm;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    long next() {
        return random.nextLong();
    }

    Duration upTo(Duration most) {
        return Duration.ofMillis(random.nextLong(most.toMillis() + 1));
    }

    <T> T of(List<T> many) {
        return many.get(random.nextInt(many.size()));
    }
}
