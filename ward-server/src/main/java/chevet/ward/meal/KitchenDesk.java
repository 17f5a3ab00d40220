package chevet.ward.meal;

import chevet.model.meal.ServiceKey;
import chevet.model.place.WardId;
import chevet.model.text.Language;
import java.util.List;
import java.util.Optional;

/** What the kitchen sees and does. Blocks until on disk; for virtual threads. */
@SuppressWarnings("DoNotCallSuggester")
public final class KitchenDesk {
    KitchenDesk() {}

    /** The service at this moment, or as it was closed; empty where there is no such service. */
    public Optional<KitchenSheet> sheet(WardId ward, ServiceKey key) {
        throw new UnsupportedOperationException();
    }

    /** How many had chosen at each instant at which one more had, oldest first. */
    public List<ProgressPoint> progress(WardId ward, ServiceKey key) {
        throw new UnsupportedOperationException();
    }

    /**
     * Closes the service for good: the rule is applied once more, what is chosen or comes by
     * default is plated and counted, what is held is not. Only after the cut-off.
     */
    public MealResult close(WardId ward, ServiceKey key, String by) {
        throw new UnsupportedOperationException();
    }

    /** A card for each tray that is made, as PDF, A4; empty where there is no such service. */
    public Optional<byte[]> trayCards(WardId ward, ServiceKey key, Language language) {
        throw new UnsupportedOperationException();
    }

    /** What to produce and who gets nothing, as PDF, A4. */
    public Optional<byte[]> productionSheet(WardId ward, ServiceKey key, Language language) {
        throw new UnsupportedOperationException();
    }

    /** What to produce as CSV: UTF-8 with byte order mark, semicolons, one line a dish. */
    public Optional<byte[]> productionCsv(WardId ward, ServiceKey key, Language language) {
        throw new UnsupportedOperationException();
    }
}
