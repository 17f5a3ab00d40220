package chevet.terminal.tv;

import chevet.model.pack.ObjectRef;
import chevet.terminal.ui.Pictures;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A channel's number on its colour, or below its picture where it has one. */
final class ChannelTile extends StackPane {
    /** In pixels: a tile's width at the largest text. */
    static final double PICTURE = 128;

    private static final int COLOURS = 6;
    private static final PseudoClass LOGO = PseudoClass.getPseudoClass("logo");

    /** Of the tile's width and height. */
    private static final double WIDE = 0.84;

    private static final double HIGH = 0.5;

    private final Pictures logos;
    private final ImageView picture = new ImageView();
    private final Label number = new Label();
    private Optional<ObjectRef> logo = Optional.empty();

    ChannelTile(Pictures logos, int first) {
        this.logos = logos;
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        picture.fitWidthProperty().bind(widthProperty().multiply(WIDE));
        picture.fitHeightProperty().bind(heightProperty().multiply(HIGH));
        picture.visibleProperty().bind(picture.imageProperty().isNotNull());
        picture.managedProperty().bind(picture.visibleProperty());
        picture.imageProperty()
                .addListener((_, _, now) -> pseudoClassStateChanged(LOGO, now != null));
        VBox both = new VBox(picture, number);
        both.getStyleClass().add("tv-tile");
        getChildren().add(both);
        // One of a few, always the same for a number: an eye finds it again.
        getStyleClass().addAll("tv-number", "tv-colour-" + Math.floorMod(first, COLOURS));
    }

    void show(int now, Optional<ObjectRef> wanted) {
        number.setText(Integer.toString(now));
        if (!wanted.equals(logo)) {
            logo = wanted;
            picture.setImage(null);
            wanted.ifPresent(object -> logos.show(object, image -> come(object, image)));
        }
    }

    private void come(ObjectRef object, Image image) {
        if (logo.equals(Optional.of(object))) {
            picture.setImage(image);
        }
    }
}
