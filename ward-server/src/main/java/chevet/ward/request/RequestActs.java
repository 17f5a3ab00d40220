package chevet.ward.request;

import chevet.model.request.AnswerRequest;
import chevet.model.staff.Action;
import chevet.model.staff.Permission;
import chevet.model.staff.Resource;
import chevet.ward.sync.AskHandler;
import chevet.ward.sync.StaffAct;
import chevet.ward.sync.StaffGate;
import java.util.Optional;

/** What staff does with requests at the bed. */
public final class RequestActs {
    private RequestActs() {}

    /** Answers {@code request.answer}. */
    public static AskHandler answer(RequestDesk desk, StaffGate gate) {
        return new StaffAct<>(
                AnswerRequest.TYPE,
                AnswerRequest.class,
                new Permission(Resource.REQUESTS, Action.ANSWER),
                AnswerRequest::token,
                gate,
                (allowed, body) -> {
                    RequestDesk.Answered answered =
                            desk.answer(
                                    body.request(),
                                    Optional.of(allowed.stay()),
                                    body.to(),
                                    body.why(),
                                    body.said(),
                                    allowed.staff());
                    return switch (answered.result()) {
                        case DONE -> new StaffAct.Done.Answered(answered.request().orElseThrow());
                        case OVER -> StaffAct.Done.refused("request.over");
                        case UNKNOWN -> StaffAct.Done.refused("request.unknown");
                    };
                });
    }
}
