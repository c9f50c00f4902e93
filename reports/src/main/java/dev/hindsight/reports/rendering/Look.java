package dev.hindsight.reports.rendering;

/**
 * The inline styles of a report. Mail clients drop style sheets, so every element carries its own;
 * the classes beside them only let dark mode and small screens change colours and margins.
 */
public final class Look {
  public static final String INK = "#1c2230";
  public static final String MUTED = "#566072";
  public static final String PAGE = "#f2f0eb";
  public static final String SHEET = "#ffffff";
  public static final String CARD = "#eef1fa";
  public static final String YOURS = "#3d54a8";
  public static final String ABOVE = "#c2571a";
  public static final String USUAL = "#868fa6";
  public static final String RULE = "#dddfe6";

  private static final String FONT =
      "font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;";
  private static final String INKED = FONT + "color:" + INK + ";";
  private static final String PALE = FONT + "color:" + MUTED + ";";

  public static final String BODY = "margin:0;padding:0;background:" + PAGE + ";" + FONT;
  public static final String HIDDEN = "display:none;max-height:0;overflow:hidden;mso-hide:all";
  public static final String BRAND =
      INKED + "margin:0;font-size:16px;line-height:22px;font-weight:bold";
  public static final String BRAND_SUFFIX = PALE + "font-weight:normal";
  public static final String SHEET_TABLE =
      "width:100%;max-width:600px;margin:0 auto;background:" + SHEET + ";text-align:left";
  public static final String MASTHEAD = "padding:18px 20px;border-bottom:1px solid " + RULE;
  public static final String FIRST_SECTION = "padding:30px 20px 8px";
  public static final String SECTION = "padding:30px 20px 6px;border-top:1px solid " + RULE;
  public static final String TASKS = "padding:12px 20px 32px";
  public static final String FOOTER = "padding:22px 20px 30px;border-top:1px solid " + RULE;

  public static final String H1 =
      INKED + "margin:0 0 14px;font-size:28px;line-height:34px;font-weight:bold";
  public static final String H2 =
      INKED + "margin:0 0 10px;font-size:20px;line-height:26px;font-weight:bold";
  public static final String H3 =
      INKED + "margin:0 0 6px;font-size:18px;line-height:24px;font-weight:bold";
  public static final String TEXT = INKED + "margin:0 0 14px;font-size:16px;line-height:24px";
  public static final String SMALL = PALE + "margin:0 0 14px;font-size:14px;line-height:21px";
  public static final String KICKER = PALE + "margin:0 0 10px;font-size:14px;line-height:20px";

  public static final String FIGURE_VALUE =
      INKED + "margin:0;font-size:26px;line-height:32px;font-weight:bold";
  public static final String FIGURE_LABEL = PALE + "margin:0;font-size:14px;line-height:19px";
  public static final String FIGURE_CELL = "padding:4px 4px 14px 0;vertical-align:top";

  public static final String CARD_CELL = "background:" + CARD + ";border-radius:10px;padding:20px";
  public static final String BADGE =
      FONT + "color:" + YOURS + ";margin:0 0 4px;font-size:14px;line-height:20px;font-weight:bold";
  public static final String STRONG = "font-weight:bold";
  public static final String NOTE = PALE + "margin:0 0 8px;font-size:14px;line-height:21px";
  public static final String LINK = "color:" + YOURS + ";text-decoration:underline";
  public static final String DIRECTION =
      PALE + "margin:-6px 0 16px;font-size:16px;line-height:23px";
  public static final String NEWS =
      INKED + "padding:2px 0 2px 12px;font-size:16px;line-height:23px";
  public static final String LIST = INKED + "margin:0 0 20px;padding:0 0 0 22px";
  public static final String LIST_ITEM =
      INKED + "margin:0 0 6px;padding:0;font-size:15px;line-height:22px";
  public static final String CARD_ACTION =
      INKED
          + "margin:2px 0 16px;padding:0 0 0 14px;border-left:3px solid "
          + YOURS
          + ";font-size:16px;line-height:24px";

  public static final String CAUSE = INKED + "font-size:16px;line-height:22px;padding:0 0 6px";
  public static final String CAUSE_COUNT =
      INKED
          + "font-size:16px;line-height:22px;font-weight:bold;padding:0 0 6px 12px;"
          + "text-align:right;vertical-align:bottom";
  public static final String CAUSE_NOTE =
      PALE + "margin:5px 0 18px;font-size:14px;line-height:20px";

  public static final String LEGEND = PALE + "padding:0 16px 0 7px;font-size:14px;line-height:20px";
  public static final String MONTH_COUNT =
      INKED + "font-size:14px;line-height:20px;font-weight:bold;text-align:center";
  public static final String MONTH_LABEL =
      PALE + "font-size:14px;line-height:20px;padding:6px 0 16px;text-align:center";

  public static final String ROW_RULE = "border-bottom:1px solid " + RULE + ";";
  public static final String ROW_HEAD =
      INKED
          + ROW_RULE
          + "font-size:16px;line-height:22px;font-weight:normal;text-align:left;"
          + "padding:11px 8px 11px 0;vertical-align:top";
  public static final String ROW_VALUE =
      INKED
          + ROW_RULE
          + "font-size:16px;line-height:22px;font-weight:bold;text-align:right;"
          + "white-space:nowrap;padding:11px 0;vertical-align:top";
  public static final String ROW_CELL =
      INKED
          + ROW_RULE
          + "font-size:15px;line-height:21px;text-align:left;padding:11px 8px 11px 0;"
          + "vertical-align:top";
  public static final String ROW_END =
      INKED
          + ROW_RULE
          + "font-size:15px;line-height:21px;text-align:right;padding:11px 0;vertical-align:top";
  public static final String COLUMN_HEAD =
      PALE
          + ROW_RULE
          + "font-size:14px;line-height:20px;font-weight:normal;text-align:left;"
          + "white-space:nowrap;padding:4px 8px 8px 0";
  public static final String COLUMN_HEAD_END =
      PALE
          + ROW_RULE
          + "font-size:14px;line-height:20px;font-weight:normal;text-align:right;"
          + "padding:4px 0 8px";
  public static final String BELOW = PALE + "font-size:14px;line-height:20px";
  public static final String TERM = INKED + "font-weight:bold";

  public static final String BREAKABLE = ";word-break:break-word;overflow-wrap:anywhere";

  /** Three such figures fit beside each other on the narrowest phone, unbroken. */
  private static final int SHORT_FIGURE = 8;

  private Look() {}

  /**
   * The class of a large number. One that is short stays on its line where style sheets make it
   * smaller on a phone; without them it may break, for the page may not be wider than the phone.
   */
  public static String figure(String value) {
    return value.length() > SHORT_FIGURE ? "figure" : "figure short";
  }

  /** A cell that only shows its colour. */
  public static String block(String width, int height, String colour) {
    return "width:"
        + width
        + ";height:"
        + height
        + "px;background:"
        + colour
        + ";font-size:1px;line-height:"
        + height
        + "px";
  }

  /** A narrow cell in front of news. */
  public static String stripe(boolean isGood) {
    return "width:4px;background:" + (isGood ? YOURS : ABOVE) + ";font-size:1px;line-height:1px";
  }

  /** A cell that only takes room. */
  public static String gap(String width, int height) {
    return "width:" + width + ";height:" + height + "px;font-size:1px;line-height:" + height + "px";
  }
}
