package chevet.ward.console;

import chevet.model.place.BedId;
import chevet.model.place.Id;
import chevet.model.place.WardId;
import chevet.ward.http.Request;
import java.util.Optional;

/**
 * A request that has passed the frame's checks: who asks, in which session, in which words.
 *
 * @param session of the account; its CSRF token has been checked where the request is a POST
 */
public record Visit(Request request, Account account, Session session, Frame frame) {
    /** What stood in the place of the route's pattern. */
    public String part(String name) {
        return request.part(name);
    }

    /** The bed that stood in the place {@code bed} of the route's pattern; empty for no id. */
    public Optional<BedId> bed() {
        return Optional.of(part("bed")).filter(Id::is).map(BedId::new);
    }

    /** A form field without surrounding spaces; empty where missing or blank. */
    public Optional<String> field(String name) {
        return request.form(name).map(String::strip).filter(s -> !s.isEmpty());
    }

    /** The ward that the query names, else the first that this account may see. */
    public Optional<WardId> ward() {
        Optional<String> wanted = request.query("ward").or(() -> request.form("ward"));
        return frame.wards().stream()
                .map(WardName::id)
                .filter(id -> wanted.isEmpty() || wanted.get().equals(id.value()))
                .findFirst();
    }

    /** True where htmx asks for a part of the page and not for a whole one. */
    public boolean partial() {
        return request.header("hx-request").isPresent();
    }

    public String t(String key, Object... about) {
        return frame.t(key, about);
    }

    @Override
    public String toString() {
        return "Visit[" + request + "]";
    }
}
