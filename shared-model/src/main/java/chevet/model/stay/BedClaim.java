package chevet.model.stay;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A visit came into a bed, and is there still or has gone.
 *
 * @param visit whose
 * @param at when the patient came
 * @param told when that was first said
 * @param here the visit's last movement is this one, and the patient is not away
 */
public record BedClaim(String visit, Instant at, Instant told, boolean here) {
    /**
     * Who is shown at a bed.
     *
     * @param disputed visits that all claim it, where nobody can say which of them is right
     */
    public record Holder(Optional<String> visit, Set<String> disputed) {
        public Holder {
            disputed = Set.copyOf(disputed);
        }
    }

    /**
     * Who lies in a bed by all claims that were ever made on it and not taken back: never somebody
     * who may have gone when another came.
     *
     * <p>A patient who is there yields to everybody who came later and of whom it was told later,
     * even when that one has gone again: the first one's leaving was never told, and the bed is not
     * given back by itself. Of two who are both there, the later one, where movement and telling
     * agree; nobody where they do not.
     *
     * @param claims each visit at most once, in any order
     */
    public static Holder holder(Collection<BedClaim> claims) {
        List<BedClaim> standing =
                claims.stream()
                        .filter(BedClaim::here)
                        .filter(claim -> claims.stream().noneMatch(claim::yieldsTo))
                        .toList();
        if (standing.size() == 1) {
            return new Holder(Optional.of(standing.getFirst().visit()), Set.of());
        }
        Set<String> disputed = new TreeSet<>();
        standing.forEach(claim -> disputed.add(claim.visit()));
        return new Holder(Optional.empty(), disputed);
    }

    private boolean yieldsTo(BedClaim other) {
        return !other.visit.equals(visit) && other.at.isAfter(at) && other.told.isAfter(told);
    }
}
