package chevet.terminal.link;

import chevet.model.place.SiteId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.wire.StreamId;
import chevet.model.wire.Topics;
import java.util.List;

/**
 * Which terminal this is and where it stands.
 *
 * @param version of the terminal's program
 */
public record LinkIdentity(SiteId site, WardId ward, TerminalId terminal, String version) {
    /** The streams that every terminal of the place has. */
    List<StreamId> streams() {
        return List.of(
                StreamId.HOUSE,
                StreamId.site(site),
                StreamId.ward(ward),
                StreamId.terminal(terminal));
    }

    List<String> subscriptions() {
        return Topics.subscribedBy(site, ward, terminal);
    }
}
