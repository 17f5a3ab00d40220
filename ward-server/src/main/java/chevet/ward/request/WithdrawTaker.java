package chevet.ward.request;

import chevet.model.request.PatientRequest;
import chevet.model.request.RequestRule;
import chevet.model.request.WithdrawRequest;
import chevet.model.wire.Command;
import chevet.ward.db.Tx;
import chevet.ward.sync.CommandHandler;
import java.util.Optional;

/** Takes a patient's word that something is no longer needed; what is over stays as it is. */
final class WithdrawTaker implements CommandHandler<WithdrawRequest> {
    private final RequestBook book;

    WithdrawTaker(RequestBook book) {
        this.book = book;
    }

    @Override
    public String type() {
        return WithdrawRequest.TYPE;
    }

    @Override
    public Class<WithdrawRequest> bodyType() {
        return WithdrawRequest.class;
    }

    @Override
    public Decision handle(Command command, WithdrawRequest body, Tx tx) {
        Optional<Asked> found =
                book.find(tx.handle(), body.id())
                        .filter(each -> command.stay().filter(each.stay()::equals).isPresent())
                        .map(RequestBook.Found::asked);
        if (found.isEmpty()) {
            return RequestTaker.refused("request.unknown");
        }
        PatientRequest now = RequestRule.withdrawn(found.get().request(), tx.now());
        boolean put =
                now.equals(found.get().request())
                        || book.put(
                                tx, command.stay().orElseThrow(), new Asked(now, found.get().by()));
        return put ? new Decision.Accepted() : RequestTaker.refused("stay.not-here");
    }
}
