/** Histograms in the form that HdrHistogram's own tools read. */
@NullMarked
package dev.heddle.histogram;

import org.jspecify.annotations.NullMarked;
