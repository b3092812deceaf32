package lianqiao.app.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import lianqiao.cases.PhotoId;
import lianqiao.cases.Photos;

/**
 * Drawn pictures of the invented city, before and after the work, so that no photo of a real place is needed: a row of
 * houses, a street, and what was wrong with it. The same story always gives the same street.
 */
final class DemoPictures {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 560;
    private static final int STREET = 420;
    private static final Set<String> ON_THE_STREET = Set.of("lamp", "road", "manhole", "rubbish", "stall", "tree", "bike",
            "illegal-building", "parking", "signal", "renewal");
    /** Older stories go without, to keep the first start short. */
    private static final double OLDEST_DAYS = 45;

    private final Photos photos;

    DemoPictures(Photos photos) {
        this.photos = photos;
    }

    /** The picture of a story whose work can be seen, kept as a photo; none for other stories. */
    List<PhotoId> of(DemoStory story, boolean done, Instant at) {
        var worked = story.acts().stream().anyMatch(told -> told.act().equals("claimDone"));
        if (!worked || !ON_THE_STREET.contains(story.service()) || story.daysAgo() > OLDEST_DAYS) return List.of();
        return List.of(photos.keep(draw(story, done), at).orThrow());
    }

    private static byte[] draw(DemoStory story, boolean done) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        var night = story.service().equals("lamp");
        street(g, night, new Random(story.id().hashCode()));
        if (night) lamp(g, done);
        else if (!done) trouble(g, new Random(story.id().hashCode() + 1L));
        g.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void street(Graphics2D g, boolean night, Random chance) {
        g.setPaint(night ? new GradientPaint(0, 0, new Color(0x14202c), 0, STREET, new Color(0x2b3b49))
                : new GradientPaint(0, 0, new Color(0xbcd6df), 0, STREET, new Color(0xf3ead7)));
        g.fillRect(0, 0, WIDTH, STREET);
        for (int x = -20; x < WIDTH; x += 110 + chance.nextInt(60)) house(g, x, 150 + chance.nextInt(140), night, chance);
        g.setColor(new Color(night ? 0x3a4046 : 0x8d9091));
        g.fillRect(0, STREET, WIDTH, HEIGHT - STREET);
        g.setColor(new Color(night ? 0x565c60 : 0xc9c6bc));
        g.fillRect(0, STREET, WIDTH, 26);
    }

    private static void house(Graphics2D g, int x, int top, boolean night, Random chance) {
        int[] walls = {0xd9c3a0, 0xc9b8a8, 0xb9c4b4, 0xe2d2bb, 0xcbb3a3};
        var wall = new Color(walls[chance.nextInt(walls.length)]);
        g.setColor(night ? wall.darker().darker().darker() : wall);
        g.fillRect(x, top, 104, STREET - top);
        g.setColor(night ? new Color(0x1c252c) : new Color(0x7a4b3a));
        g.fillPolygon(new Polygon(new int[] {x - 8, x + 52, x + 112}, new int[] {top, top - 46, top}, 3));
        for (int y = top + 18; y < STREET - 40; y += 52) {
            for (int column = 0; column < 2; column++) {
                g.setColor(night && chance.nextInt(3) == 0 ? new Color(0xf2cf7a) : new Color(night ? 0x223039 : 0x6f8792));
                g.fillRect(x + 16 + column * 44, y, 28, 32);
            }
        }
    }

    private static void lamp(Graphics2D g, boolean lit) {
        if (lit) {
            g.setPaint(new RadialGradientPaint(424, 190, 260, new float[] {0, 1}, new Color[] {new Color(255, 225, 140, 230), new Color(255, 225, 140, 0)}));
            g.fillOval(164, -70, 520, 520);
        }
        g.setColor(new Color(0x0e1418));
        g.setStroke(new BasicStroke(9));
        g.drawLine(380, STREET + 14, 380, 180);
        g.drawLine(380, 180, 424, 180);
        g.setColor(new Color(lit ? 0xffedb5 : 0x4a5359));
        g.fillOval(406, 176, 38, 24);
    }

    /** A heap, a hole and a cone: whatever it was, it was in the way. */
    private static void trouble(Graphics2D g, Random chance) {
        g.setColor(new Color(0x3c3a37));
        g.fillOval(250, STREET + 44, 170, 46);
        for (int i = 0; i < 26; i++) {
            g.setColor(new Color(0x6b5d4d + chance.nextInt(0x30) * 0x010101));
            int x = 440 + chance.nextInt(170);
            int y = STREET + 62 - chance.nextInt(70);
            g.fillPolygon(new Polygon(new int[] {x, x + 34, x + 22}, new int[] {y, y + 6, y + 30}, 3));
        }
        g.setColor(new Color(0xd9642a));
        g.fillPolygon(new Polygon(new int[] {208, 250, 229}, new int[] {STREET + 84, STREET + 84, STREET + 12}, 3));
        g.setColor(Color.WHITE);
        g.fillRect(219, STREET + 46, 20, 10);
    }
}
