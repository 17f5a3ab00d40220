package chevet.terminal.staff;

import chevet.model.staff.StaffSession;
import chevet.terminal.link.Asks;
import chevet.terminal.shell.StaffPane;
import chevet.terminal.ui.Kit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.VBox;

/** The panes that a session permits, opened with it and closed with it. */
final class PaneRow {
    private final Map<StaffPane, VBox> cards = new LinkedHashMap<>();
    private final List<StaffPane> open = new ArrayList<>();
    private Optional<StaffSession> shown = Optional.empty();

    PaneRow(Kit kit, List<StaffPane> panes) {
        for (StaffPane pane : panes) {
            VBox card = kit.card(kit.title(kit.words().live(pane.titleKey())), pane.view());
            card.setId("pane-" + pane.id());
            Kit.show(card, false);
            cards.put(pane, card);
        }
    }

    /** Those of one side of the screen. */
    List<VBox> cards(boolean wide) {
        return cards.entrySet().stream()
                .filter(each -> each.getKey().wide() == wide)
                .map(Map.Entry::getValue)
                .toList();
    }

    boolean none() {
        return open.isEmpty();
    }

    /** A session begins, or may do something else from now on; empty: it is over. */
    void show(Optional<StaffSession> session, Asks asks) {
        if (same(session)) {
            return;
        }
        open.forEach(StaffPane::close);
        open.clear();
        shown = session;
        cards.forEach(
                (pane, card) -> {
                    boolean permitted = session.filter(pane::permitted).isPresent();
                    Kit.show(card, permitted);
                    if (permitted) {
                        open.add(pane);
                    }
                });
        session.ifPresent(now -> List.copyOf(open).forEach(pane -> pane.open(now, asks)));
    }

    private boolean same(Optional<StaffSession> now) {
        return shown.isPresent()
                && now.isPresent()
                && shown.get().token().equals(now.get().token())
                && shown.get().standing() == now.get().standing()
                && shown.get().permissions().equals(now.get().permissions());
    }
}
