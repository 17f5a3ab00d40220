package chevet.ward.request;

import chevet.model.place.WardId;
import java.util.List;
import java.util.Optional;

/**
 * The page of requests.
 *
 * @param open what sounds like a symptom first, then the oldest
 * @param over what was answered lately, the latest first
 */
public record RequestPage(
        WardId ward,
        List<RequestDesk.Line> open,
        List<RequestDesk.Line> over,
        Optional<ReplyPanel> panel) {
    public RequestPage {
        open = List.copyOf(open);
        over = List.copyOf(over);
    }

    /** How many sound like a symptom or distress. */
    public long urgent() {
        return open.stream().filter(line -> line.request().urgent()).count();
    }

    @Override
    public String toString() {
        return "RequestPage[" + ward + "]";
    }
}
