package chevet.ward.staff;

import chevet.model.wire.Answer;
import chevet.model.wire.Ask;
import chevet.model.wire.Reason;
import chevet.model.wire.WireCodec;
import chevet.ward.staff.LoginDesk.Done;
import chevet.ward.sync.AskHandler;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * One type of ask, read strictly and answered.
 *
 * @param type as asked
 * @param bodyType of the question
 * @param work what is done for it
 */
record Asked<B, A>(String type, Class<B> bodyType, BiFunction<Ask, B, Done<A>> work)
        implements AskHandler {
    @Override
    public Answer answer(Ask ask) {
        return switch (work.apply(ask, WireCodec.strict(ask.body(), bodyType))) {
            case Done.Good<A>(A body) ->
                    new Answer(ask.id(), Optional.of(WireCodec.body(body)), Optional.empty());
            case Done.Refused<A>(Reason reason) ->
                    new Answer(ask.id(), Optional.empty(), Optional.of(reason));
        };
    }
}
