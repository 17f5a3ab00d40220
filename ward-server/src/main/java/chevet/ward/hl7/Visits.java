package chevet.ward.hl7;

import chevet.model.stay.StayId;
import chevet.model.wire.Body;
import chevet.model.wire.WireCodec;
import chevet.ward.keys.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Visits, sealed when they are written and opened when they are read. */
final class Visits {
    private final FeedStore store;
    private final Vault vault;

    Visits(FeedStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /**
     * A visit.
     *
     * @param stay empty where it has none with us
     * @param told when the newest of it was made
     * @param named when the newest name was told
     * @param over since when it is over
     */
    record Visit(
            String key,
            String person,
            Optional<StayId> stay,
            VisitNotes notes,
            Instant told,
            Instant named,
            Optional<Instant> over) {
        static Visit unheard(String key, String person) {
            return new Visit(
                    key,
                    person,
                    Optional.empty(),
                    VisitNotes.NONE,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    Optional.empty());
        }

        Visit with(VisitNotes now) {
            return new Visit(key, person, stay, now, told, named, over);
        }

        Visit with(Optional<StayId> now) {
            return new Visit(key, person, now, notes, told, named, over);
        }

        Visit told(Instant at) {
            return new Visit(key, person, stay, notes, at.isAfter(told) ? at : told, named, over);
        }

        Visit named(Instant at) {
            return new Visit(key, person, stay, notes, told, at.isAfter(named) ? at : named, over);
        }

        Visit over(Optional<Instant> since) {
            return new Visit(key, person, stay, notes, told, named, since);
        }

        @Override
        public String toString() {
            return "Visit[]";
        }
    }

    Optional<Visit> find(Handle handle, String key) {
        return store.visit(handle, key).map(this::opened);
    }

    Optional<Visit> of(Handle handle, StayId stay) {
        return store.visitOf(handle, stay).map(this::opened);
    }

    Visit opened(FeedStore.VisitRow row) {
        byte[] plain = vault.open(place(row.visit()), row.sealed().bytes());
        return new Visit(
                row.visit(),
                row.person(),
                row.stay(),
                WireCodec.lenient(
                        new Body(new String(plain, StandardCharsets.UTF_8)), VisitNotes.class),
                row.told(),
                row.named(),
                row.over());
    }

    void put(Handle handle, Visit visit) {
        byte[] plain = WireCodec.body(visit.notes()).json().getBytes(StandardCharsets.UTF_8);
        store.put(
                handle,
                new FeedStore.VisitRow(
                        visit.key(),
                        visit.person(),
                        visit.stay(),
                        new Closed(vault.seal(place(visit.key()), plain)),
                        visit.told(),
                        visit.named(),
                        visit.over()));
    }

    private static String place(String key) {
        return "hl7_visit.body/" + key;
    }
}
