package chevet.terminal.link;

import chevet.model.stay.StayId;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Keys without a disk. */
public final class MemoryKeys implements TerminalKeys {
    private final Map<StayId, Seal> seals = new TreeMap<>();
    private final SecureRandom random = new SecureRandom();

    @Override
    public void make(StayId stay) {
        seals.computeIfAbsent(
                stay,
                _ -> {
                    byte[] key = new byte[Seal.KEY];
                    random.nextBytes(key);
                    return new Seal(key, random);
                });
    }

    @Override
    public Set<StayId> stays() {
        return new TreeSet<>(seals.keySet());
    }

    @Override
    public byte[] seal(StayId stay, String place, byte[] plain) {
        return there(stay).seal(place, plain);
    }

    @Override
    public byte[] open(StayId stay, String place, byte[] sealed) {
        return there(stay).open(place, sealed);
    }

    private Seal there(StayId stay) {
        Seal seal = seals.get(stay);
        if (seal == null) {
            throw new Seal.Broken("no key for stay " + stay, null);
        }
        return seal;
    }

    @Override
    public void destroy(StayId stay) {
        seals.remove(stay);
    }
}
