/**
 * What each execution model gives of each pattern by itself, and what had to be added: data for
 * command lines, result folders and reports, kept in {@code support.json} and nowhere else.
 */
@NullMarked
package dev.heddle.capability;

import org.jspecify.annotations.NullMarked;
