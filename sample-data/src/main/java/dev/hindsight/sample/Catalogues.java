package dev.hindsight.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the articles that a seller offers: a few categories, a few articles that sell best. */
final class Catalogues {
  private static final int FEWEST_ARTICLES = 4;
  private static final int MOST_ARTICLES = 40;
  private static final double POPULARITY_EXPONENT = 1.1;

  /** Who sells more than this sells in more categories: nobody is a category of its own. */
  private static final double BROAD_DAILY_LINES = 10;

  private Catalogues() {}

  /** A seller who sells more offers more. */
  static Mix<Article> of(int sellerNumber, double dailyLines, Draws draws) {
    List<Category> categories = categories(dailyLines, draws);
    double priceLevel = draws.around(1, 0.3);
    int size = FEWEST_ARTICLES + (int) Math.min(MOST_ARTICLES, 6 * dailyLines + draws.index(6));
    List<Article> articles = new ArrayList<>(size);
    for (int rank = 1; rank <= size; rank++) {
      String sku = String.format(Locale.ROOT, "%d-%02d", sellerNumber, rank);
      Category category = categories.get(draws.index(categories.size()));
      double price = priceLevel * draws.around(category.medianPrice(), 0.55);
      double popularity = StrictMath.pow(rank, -POPULARITY_EXPONENT);
      articles.add(new Article(sku, category, shopPrice(price), popularity));
    }
    return Mix.of(articles, Article::popularity);
  }

  private static List<Category> categories(double dailyLines, Draws draws) {
    int count = 1 + draws.index(3) + (dailyLines > BROAD_DAILY_LINES ? 2 : 0);
    int first = draws.index(Category.ALL.size());
    List<Category> categories = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      categories.add(Category.ALL.get((first + 3 * i) % Category.ALL.size()));
    }
    return categories;
  }

  /** 23.41 becomes 22.90. */
  private static long shopPrice(double price) {
    return Math.max(2, Math.round(price)) * 100 - 10;
  }
}
