package dev.heddle.task;

enum NoCancelHook implements CancelHook {
  INSTANCE;

  @Override
  public void onCancel(Runnable action) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before the work began");
    }
  }

  @Override
  public boolean clear() {
    return true;
  }
}
