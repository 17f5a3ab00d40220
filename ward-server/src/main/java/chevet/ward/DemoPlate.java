package chevet.ward;

import static chevet.ward.DemoPen.arc;
import static chevet.ward.DemoPen.circle;
import static chevet.ward.DemoPen.fill;
import static chevet.ward.DemoPen.outline;
import static chevet.ward.DemoPen.stroke;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A drawing of a dish, seen from above: what it is served in, and the parts of it that one would
 * know it by. Nothing stands around it, so it lies on any colour.
 *
 * @param vessel {@code plate}, {@code saucer}, and with the colour of what is in it {@code
 *     bowl:RRGGBB}, {@code cup:…}, {@code pot:…}, {@code glass:…}
 * @param parts shapes with their colours: {@code fish:9CC0D2}
 */
record DemoPlate(String vessel, List<String> parts) {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 180;

    /** Measures below are of a drawing as high as this. */
    private static final double DRAWN = 240;

    private static final Color CHINA = new Color(0xF6F3EC);
    private static final Color RIM = new Color(0xB9B2A4);
    private static final Color WELL = new Color(0xE4DED2);

    BufferedImage drawn() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.translate(WIDTH / 2.0, HEIGHT / 2.0);
        g.scale(HEIGHT / DRAWN, HEIGHT / DRAWN);
        vessel(g);
        for (int i = 0; i < parts.size(); i++) {
            Graphics2D part = (Graphics2D) g.create();
            place(part, i);
            DemoFood.part(part, name(parts.get(i)), colour(parts.get(i)));
            part.dispose();
        }
        g.dispose();
        return image;
    }

    private void vessel(Graphics2D g) {
        Color inside = colour(vessel);
        switch (name(vessel)) {
            case "plate" -> {
                disc(g, 112, CHINA);
                ring(g, 84, WELL);
            }
            case "saucer" -> {
                disc(g, 92, CHINA);
                ring(g, 68, WELL);
            }
            case "bowl" -> {
                disc(g, 104, CHINA);
                disc(g, 86, inside);
                sheen(g, 62);
            }
            case "cup" -> {
                disc(g, 104, CHINA);
                stroke(g, arc(48, -24, 56, 48, -90, 180), 13, RIM);
                stroke(g, arc(48, -24, 56, 48, -90, 180), 8, CHINA);
                disc(g, 68, CHINA);
                disc(g, 56, inside);
                sheen(g, 40);
            }
            case "pot" -> {
                disc(g, 92, CHINA);
                disc(g, 76, inside);
                sheen(g, 56);
            }
            case "glass" -> glass(g, inside);
            default -> throw new IllegalArgumentException("vessel: " + vessel);
        }
    }

    private static void glass(Graphics2D g, Color inside) {
        fill(g, outline(-58, -104, 58, -104, 44, 104, -44, 104), new Color(0xEEF2F3));
        fill(g, outline(-52, -62, 52, -62, 40, 98, -40, 98), inside);
        stroke(g, outline(-58, -104, 58, -104, 44, 104, -44, 104), 4, RIM);
    }

    /** One in the middle; of several the first on the left, the others beside it. */
    private void place(Graphics2D g, int number) {
        boolean wide = name(vessel).equals("plate");
        double size = wide ? 1.0 : 0.9;
        int all = parts.size();
        double x = all == 1 ? 0 : number == 0 ? -47 : all == 2 ? 46 : 38;
        double y = all < 3 || number == 0 ? 0 : number == 1 ? -44 : 45;
        double grow = all == 1 ? 1.8 : all == 2 ? 1.2 : number == 0 ? 1.2 : 1.02;
        g.translate(x * size, y * size);
        g.scale(grow * size, grow * size);
    }

    private static void disc(Graphics2D g, double radius, Color colour) {
        fill(g, circle(0, 0, radius), colour);
        ring(g, radius, RIM);
    }

    private static void ring(Graphics2D g, double radius, Color colour) {
        stroke(g, circle(0, 0, radius), 3, colour);
    }

    private static void sheen(Graphics2D g, double radius) {
        stroke(
                g,
                arc(-radius, -radius, 2 * radius, 2 * radius, 115, 50),
                6,
                new Color(255, 255, 255, 110));
    }

    private static String name(String word) {
        int colon = word.indexOf(':');
        return colon < 0 ? word : word.substring(0, colon);
    }

    private static Color colour(String word) {
        int colon = word.indexOf(':');
        return colon < 0 ? CHINA : new Color(Integer.parseInt(word.substring(colon + 1), 16));
    }
}
