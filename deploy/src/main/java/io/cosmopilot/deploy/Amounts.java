package io.cosmopilot.deploy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.context.MessageSourceResolvable;

/**
 * Amounts of resources as Kubernetes writes them, such as {@code requests.cpu=500m,pods=2}, in words for people.
 *
 * @param resource such as {@code requests.cpu}
 * @param quantity such as {@code 500m}
 * @param more the other amounts in the same form, or empty
 */
record Amounts(String resource, String quantity, String more) implements MessageSourceResolvable {

    private static final Pattern WRITTEN = Pattern.compile("((?:requests|limits|count)[./][\\w./-]+|pods|cpu|memory"
            + "|services[\\w.]*|persistentvolumeclaims|configmaps|secrets)=(\\d[\\w.]*)(?:, ?(.+))?");
    private static final Pattern THOUSANDTHS = Pattern.compile("(\\d+)m");
    private static final Pattern BINARY = Pattern.compile("(\\d+)([KMGTP])i");

    /** The text itself where it is none of the kind. */
    static Object of(String text) {
        return Optional.of(WRITTEN.matcher(text))
                .filter(Matcher::matches)
                .<Object>map(written -> new Amounts(
                        written.group(1),
                        written.group(2),
                        Optional.ofNullable(written.group(3)).orElse("")))
                .orElse(text);
    }

    @Override
    public String[] getCodes() {
        return more.isEmpty()
                ? new String[] {"deploy.amount." + resource, "deploy.amount.other"}
                : new String[] {"deploy.amounts"};
    }

    @Override
    public Object[] getArguments() {
        return more.isEmpty()
                ? new Object[] {words(), resource}
                : new Object[] {new Amounts(resource, quantity, ""), of(more)};
    }

    private String words() {
        var thousandths = THOUSANDTHS.matcher(quantity);
        if (thousandths.matches()) {
            return new BigDecimal(thousandths.group(1))
                    .movePointLeft(3)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return BINARY.matcher(quantity).replaceFirst("$1 $2iB");
    }
}
