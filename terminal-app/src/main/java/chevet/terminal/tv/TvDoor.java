package chevet.terminal.tv;

import chevet.terminal.shell.Tile;
import chevet.terminal.tv.TvModel.Doorway;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Words;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;

/** What the home screen shows of television: a tile, where there are channels. */
final class TvDoor {
    private final TvModel model;
    private final Words words;

    TvDoor(TvModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    Tile tile() {
        return new Tile(
                TvScreen.NAME,
                "tile-tv",
                Icon.Shape.TELEVISION,
                "tv.title",
                Bindings.createStringBinding(
                        () -> behind(model.doorway().get()),
                        model.doorway(),
                        words.languageProperty()),
                new SimpleObjectProperty<>(0),
                model.doorway().map(Doorway::open));
    }

    private String behind(Doorway door) {
        String channels = words.count("tv.channels", door.televisions());
        String radios = words.count("tv.radios", door.radios());
        return door.televisions() == 0
                ? radios
                : door.radios() == 0 ? channels : words.text("tv.door", channels, radios);
    }
}
