package chevet.ward.sync;

import chevet.model.staff.Permission;
import chevet.model.wire.Answer;
import chevet.model.wire.Ask;
import chevet.model.wire.Reason;
import chevet.model.wire.WireCodec;
import java.util.Optional;
import java.util.function.Function;

/**
 * An act of staff at a bed: read strictly, permitted by the gate, then done before their eyes or
 * refused. An act that comes again with the same ask gets its first answer; one that comes after
 * that answer was forgotten is done again, so each {@link Doing} gives the same for the same.
 *
 * @param <B> the ask's body
 */
public final class StaffAct<B> implements AskHandler {
    /** What the act does once it is permitted; on a virtual thread. */
    public interface Doing<B> {
        Done of(StaffGate.Decision.Allowed allowed, B body);
    }

    /** What came of it. */
    public sealed interface Done {
        /**
         * It is done and on disk.
         *
         * @param body a record of shared-model
         */
        record Answered(Object body) implements Done {}

        /** Nothing was changed. */
        record Refused(Reason reason) implements Done {}

        static Done refused(String code) {
            return new Refused(Reason.of(code));
        }
    }

    private final String type;
    private final Class<B> bodyType;
    private final Permission needed;
    private final Function<B, String> token;
    private final StaffGate gate;
    private final Doing<B> doing;
    private final boolean changing;

    public StaffAct(
            String type,
            Class<B> bodyType,
            Permission needed,
            Function<B, String> token,
            StaffGate gate,
            Doing<B> doing) {
        this(type, bodyType, needed, token, gate, doing, true);
    }

    private StaffAct(
            String type,
            Class<B> bodyType,
            Permission needed,
            Function<B, String> token,
            StaffGate gate,
            Doing<B> doing,
            boolean changing) {
        this.type = type;
        this.bodyType = bodyType;
        this.needed = needed;
        this.token = token;
        this.gate = gate;
        this.doing = doing;
        this.changing = changing;
    }

    /**
     * One that only reads: it needs no id of an act, and a repeat is read anew, since an answer
     * that were kept would outlive the session.
     */
    public static <B> StaffAct<B> reading(
            String type,
            Class<B> bodyType,
            Permission needed,
            Function<B, String> token,
            StaffGate gate,
            Doing<B> doing) {
        return new StaffAct<>(type, bodyType, needed, token, gate, doing, false);
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public boolean kept() {
        return changing;
    }

    @Override
    public Answer answer(Ask ask) {
        B body = WireCodec.strict(ask.body(), bodyType);
        if (changing && ask.act().isEmpty()) {
            return refused(ask, Reason.of("ask.malformed"));
        }
        return switch (gate.may(
                ask.terminal(), token.apply(body), needed.resource(), needed.action())) {
            case StaffGate.Decision.Refused(Reason reason) -> refused(ask, reason);
            case StaffGate.Decision.Allowed allowed ->
                    switch (doing.of(allowed, body)) {
                        case Done.Answered(Object done) ->
                                new Answer(
                                        ask.id(),
                                        Optional.of(WireCodec.body(done)),
                                        Optional.empty());
                        case Done.Refused(Reason reason) -> refused(ask, reason);
                    };
        };
    }

    private static Answer refused(Ask ask, Reason reason) {
        return new Answer(ask.id(), Optional.empty(), Optional.of(reason));
    }
}
