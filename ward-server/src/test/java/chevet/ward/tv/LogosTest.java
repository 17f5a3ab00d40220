package chevet.ward.tv;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.config.pack.PictureFile;
import chevet.model.pack.ObjectRef;
import chevet.model.tv.Channel;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class LogosTest {
    private static final String UNE = "https://logos.example/une.png";

    private static byte[] picture(String format, int width, int height, int colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, colour);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] list() {
        return TvHouse.list(
                TvHouse.entry("une", "tvg-logo=\"" + UNE + "\""),
                TvHouse.entry("deux", "tvg-logo=\"file:///etc/passwd\""),
                TvHouse.entry("trois", ""));
    }

    private static Television read(TvHouse house) {
        house.feeds.put(TvHouse.LIST, list());
        Television television =
                house.television(TvHouse.config(Optional.of(TvHouse.LIST), Optional.empty()));
        television.start();
        television.tick();
        return television;
    }

    private static Optional<ObjectRef> told(TvHouse house, String channel) {
        return ((Channel)
                        Optional.ofNullable(house.house().get("channel/" + channel)).orElseThrow())
                .logo();
    }

    @BothDatabases
    void channelShowsItsLogoAsAnObject(Databases databases) {
        TvHouse house = new TvHouse(databases);
        house.feeds.put(URI.create(UNE), picture("png", 200, 100, 0xff0000));
        read(house);
        ObjectRef logo = told(house, "une").orElseThrow();
        assertThat(logo.mediaType()).isEqualTo("image/png");
        assertThat(house.store.length(logo.sha256())).isPresent();
        assertThat(told(house, "deux")).isEmpty();
        assertThat(told(house, "trois")).isEmpty();
    }

    @BothDatabases
    void logoStaysWhileItsAddressDoesAndIsLetGoWithIt(Databases databases) {
        TvHouse house = new TvHouse(databases);
        house.feeds.put(URI.create(UNE), picture("png", 200, 100, 0xff0000));
        Television television = read(house);
        ObjectRef first = told(house, "une").orElseThrow();
        television.desk().importChannels("again", list());
        assertThat(told(house, "une")).contains(first);

        house.feeds.put(URI.create(UNE), picture("png", 200, 100, 0x00ff00));
        television.readNow();
        television.tick();
        assertThat(told(house, "une")).isPresent().isNotEqualTo(Optional.of(first));
        assertThat(house.store.length(first.sha256())).isEmpty();

        television.desk().importChannels("bare", TvHouse.list(TvHouse.entry("une", "")));
        assertThat(told(house, "une")).isEmpty();
    }

    @BothDatabases
    void unreachableLogoCostsNoChannel(Databases databases) {
        TvHouse house = new TvHouse(databases);
        read(house);
        assertThat(told(house, "une")).isEmpty();
        assertThat(house.house()).containsKeys("channel/une", "channel/deux", "channel/trois");
    }

    @Test
    void onlyPicturesThatEveryScreenShowsAreTaken() {
        assertThat(PictureFile.mediaType(picture("png", 64, 64, 1))).contains("image/png");
        assertThat(PictureFile.mediaType(picture("jpg", 64, 64, 1))).contains("image/jpeg");
        assertThat(PictureFile.mediaType(picture("gif", 64, 64, 1))).contains("image/gif");
        assertThat(PictureFile.mediaType(picture("bmp", 64, 64, 1))).isEmpty();
        assertThat(PictureFile.mediaType(picture("png", 1025, 64, 1))).isEmpty();
        assertThat(PictureFile.mediaType(picture("png", 4, 64, 1))).isEmpty();
        assertThat(PictureFile.mediaType("<svg/>".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(PictureFile.mediaType(new byte[PictureFile.LONGEST + 1])).isEmpty();
        byte[] cut = Arrays.copyOf(picture("png", 64, 64, 1), 12);
        assertThat(PictureFile.mediaType(cut)).isEmpty();
    }
}
