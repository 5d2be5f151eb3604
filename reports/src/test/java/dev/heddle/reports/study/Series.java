package dev.heddle.reports.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * The blocks of two contestants in their order: fork i of both ran in block i.
 *
 * @param base one fork a block
 * @param candidate as many
 */
record Series(List<KeptFork> base, List<KeptFork> candidate) {

  Series {
    base = List.copyOf(base);
    candidate = List.copyOf(candidate);
  }

  int blocks() {
    return base.size();
  }

  /** The ratio of candidate to base over all blocks: the mean of the logs. */
  double ratio(ToDoubleFunction<KeptFork> number) {
    double sum = 0;
    for (int i = 0; i < blocks(); i++) {
      sum += Math.log(number.applyAsDouble(candidate.get(i)) / number.applyAsDouble(base.get(i)));
    }
    return Math.exp(sum / blocks());
  }

  /** So many blocks from a place on. */
  Series window(int from, int blocks) {
    return new Series(base.subList(from, from + blocks), candidate.subList(from, from + blocks));
  }

  /** Some of its blocks, each once, in random order. */
  Series drawn(int blocks, Random random) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < blocks(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    List<Integer> chosen = order.subList(0, blocks);
    return new Series(
        chosen.stream().map(base::get).toList(), chosen.stream().map(candidate::get).toList());
  }

  /** With the labels of each block at random: of identical code, another comparison of it. */
  Series relabelled(Random random) {
    List<KeptFork> left = new ArrayList<>();
    List<KeptFork> right = new ArrayList<>();
    for (int i = 0; i < blocks(); i++) {
      boolean swap = random.nextBoolean();
      left.add(swap ? candidate.get(i) : base.get(i));
      right.add(swap ? base.get(i) : candidate.get(i));
    }
    return new Series(left, right);
  }
}
