package chevet.ward.sync;

import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.staff.Action;
import chevet.model.staff.Resource;
import chevet.model.stay.StayId;
import chevet.model.wire.Reason;
import java.util.Optional;

/**
 * Decides, at each request, whether whoever holds a staff session may do this now. Each decision is
 * in the audit, on disk, before it is returned. On a virtual thread, never the writer's.
 */
public interface StaffGate {
    /**
     * @param terminal that asks; a token is worth something only from its own
     * @param token as the ask brings it
     */
    Decision may(TerminalId terminal, String token, Resource resource, Action action);

    /** What was decided. */
    sealed interface Decision {
        /**
         * Go ahead, for this patient only.
         *
         * @param staff id of the person, for what is kept of an act
         * @param session its id, for the audit
         * @param lying who lies there; always somebody where the resource is about a patient
         * @param emergency permitted only because the glass is broken
         */
        record Allowed(
                String staff,
                String session,
                WardId ward,
                Optional<StayId> lying,
                boolean emergency)
                implements Decision {
            /**
             * @throws IllegalStateException where the resource is about no patient and nobody lies
             *     there
             */
            public StayId stay() {
                return lying.orElseThrow(() -> new IllegalStateException("nobody lies there"));
            }
        }

        /**
         * Answer with the reason, and nothing else.
         *
         * @param reason one of {@link chevet.model.staff.StaffRefusal}
         */
        record Refused(Reason reason) implements Decision {}
    }
}
