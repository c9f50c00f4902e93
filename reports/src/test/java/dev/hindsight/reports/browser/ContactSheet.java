package dev.hindsight.reports.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Pictures side by side, small, in the few colours that a report has. */
record ContactSheet(BufferedImage image) {
  private static final double SCALE = 0.46;
  private static final int GAP = 16;
  private static final int COLOURS = 24;
  private static final int OPAQUE = 0xff000000;

  static ContactSheet of(List<BufferedImage> pictures) {
    int width = pictures.stream().mapToInt(one -> scaled(one.getWidth()) + GAP).sum() + GAP;
    int height = pictures.stream().mapToInt(one -> scaled(one.getHeight())).max().orElse(1);
    BufferedImage sheet = new BufferedImage(width, height + 2 * GAP, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = sheet.createGraphics();
    pen.setColor(Color.GRAY);
    pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    int left = GAP;
    for (BufferedImage one : pictures) {
      pen.drawImage(one, left, GAP, scaled(one.getWidth()), scaled(one.getHeight()), null);
      left += scaled(one.getWidth()) + GAP;
    }
    pen.dispose();
    return new ContactSheet(sheet);
  }

  static ContactSheet whole(BufferedImage picture) {
    return new ContactSheet(picture);
  }

  private static int scaled(int length) {
    return (int) Math.round(length * SCALE);
  }

  void write(Path file) throws IOException {
    ImageIO.write(indexed(), "png", file.toFile());
  }

  /** A third of the size, and nobody sees the difference. */
  private BufferedImage indexed() {
    int[] palette = palette();
    BufferedImage small =
        new BufferedImage(
            image.getWidth(),
            image.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, palette.length, palette, 0, false, -1, 0));
    Map<Integer, Integer> nearest = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int colour = image.getRGB(x, y);
        int index = nearest.computeIfAbsent(colour, other -> nearest(palette, other));
        small.getRaster().setSample(x, y, 0, index);
      }
    }
    return small;
  }

  private int[] palette() {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        counts.merge(image.getRGB(x, y), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(COLOURS)
        .mapToInt(entry -> entry.getKey() | OPAQUE)
        .toArray();
  }

  private static int nearest(int[] palette, int colour) {
    int nearest = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < palette.length; i++) {
      int distance = 0;
      for (int shift = 0; shift <= 16; shift += 8) {
        int step = ((palette[i] >> shift) & 0xff) - ((colour >> shift) & 0xff);
        distance += step * step;
      }
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }
}
