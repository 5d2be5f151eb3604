/** The page in a real browser. */
@org.jspecify.annotations.NullMarked
package dev.heddle.reports.browser;
