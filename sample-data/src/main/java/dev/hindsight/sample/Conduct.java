package dev.hindsight.sample;

/**
 * How a seller answers disputes.
 *
 * @param replyHours the median time to the first reply
 * @param replyShare the share of disputes that get a reply at all
 * @param resolveShare the share of answered disputes that the seller settles
 */
record Conduct(double replyHours, double replyShare, double resolveShare) {

  static Conduct drawnBy(Draws draws) {
    return new Conduct(draws.around(12, 0.7), draws.between(0.8, 0.98), draws.between(0.4, 0.8));
  }
}
