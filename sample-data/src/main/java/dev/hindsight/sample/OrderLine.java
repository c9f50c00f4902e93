package dev.hindsight.sample;

/** One article of an order. */
record OrderLine(Article article, int quantity, Parcel parcel) {

  long cents() {
    return quantity * article.priceCents();
  }
}
