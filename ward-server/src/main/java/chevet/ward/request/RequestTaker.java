package chevet.ward.request;

import chevet.model.request.MakeRequest;
import chevet.model.request.PatientRequest;
import chevet.model.request.RequestId;
import chevet.model.request.RequestRule;
import chevet.model.stay.StayId;
import chevet.model.wire.Command;
import chevet.model.wire.Reason;
import chevet.ward.db.Tx;
import chevet.ward.sync.Bedsides;
import chevet.ward.sync.CommandHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes what a patient asks for. */
final class RequestTaker implements CommandHandler<MakeRequest> {
    private final RequestBook book;
    private final Bedsides beds;

    RequestTaker(RequestBook book, Bedsides beds) {
        this.book = book;
        this.beds = beds;
    }

    @Override
    public String type() {
        return MakeRequest.TYPE;
    }

    @Override
    public Class<MakeRequest> bodyType() {
        return MakeRequest.class;
    }

    @Override
    public Decision handle(Command command, MakeRequest body, Tx tx) {
        Optional<StayId> stay = command.stay();
        if (stay.isEmpty() || beds.of(tx.handle(), stay.get()).isEmpty()) {
            return refused("stay.not-here");
        }
        Optional<String> wrong = RequestRule.wrong(body);
        if (wrong.isPresent()) {
            return new Decision.Refused(new Reason("request.wrong", Map.of("field", wrong.get())));
        }
        List<PatientRequest> known =
                book.of(tx.handle(), stay.get()).stream().map(Asked::request).toList();
        if (RequestRule.asked(known, body)) {
            return refused("request.asked");
        }
        if (known.stream().filter(each -> each.state().open()).count() >= RequestRule.MOST_OPEN) {
            return refused("request.too-many");
        }
        PatientRequest made =
                RequestRule.made(new RequestId(command.id()), body, command.tappedAt());
        return book.put(tx, stay.get(), new Asked(made, Optional.empty()))
                ? new Decision.Accepted()
                : refused("stay.not-here");
    }

    static Decision refused(String code) {
        return new Decision.Refused(Reason.of(code));
    }
}
