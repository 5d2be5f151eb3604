package dev.heddle.model;

import java.util.Locale;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Leaves out every case that is not of one model, by its name in the case's own. Not registered
 * where all models are tested: {@link SixthModelTest} does it.
 */
public final class OneModelOnly implements ExecutionCondition {

  static final String PROPERTY = "heddle.test.model";

  /** For JUnit. */
  public OneModelOnly() {}

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return isOfTheModel(context)
        ? ConditionEvaluationResult.enabled("of the model, or may have cases of it")
        : ConditionEvaluationResult.disabled("of another model");
  }

  private static boolean isOfTheModel(ExtensionContext context) {
    String id = context.getUniqueId();
    return id.contains("test-template-invocation:")
        ? names(context.getDisplayName(), System.getProperty(PROPERTY, ""))
        : context.getTestMethod().isEmpty() || id.contains("test-template:");
  }

  private static boolean names(String displayName, String model) {
    String constant = model.toUpperCase(Locale.ROOT).replace('-', '_');
    return displayName.contains(constant) || displayName.contains(model);
  }
}
