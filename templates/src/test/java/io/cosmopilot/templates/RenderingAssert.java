package io.cosmopilot.templates;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

import io.cosmopilot.templates.Rendering.Rejected;
import io.cosmopilot.templates.Rendering.Rendered;

/** Says in the words of templates what came of a rendering. */
final class RenderingAssert extends AbstractAssert<RenderingAssert, Rendering> {

    private RenderingAssert(Rendering actual) {
        super(actual, RenderingAssert.class);
    }

    static RenderingAssert assertThat(Rendering rendering) {
        return new RenderingAssert(rendering);
    }

    RenderingAssert isRendered() {
        Assertions.assertThat(actual).isInstanceOf(Rendered.class);
        return this;
    }

    RenderingAssert changedNothing() {
        Assertions.assertThat(rendered().changes()).isEmpty();
        return this;
    }

    /** Codes without their common beginning. */
    RenderingAssert tells(String... codes) {
        Assertions.assertThat(rendered().changes())
                .extracting(RenderingAssert::shortCode)
                .contains(codes);
        return this;
    }

    /** Exactly these, as {@code code@line:column}; without a place for those that have none. */
    RenderingAssert complainsOnly(String... complaints) {
        Assertions.assertThat(actual).isInstanceOf(Rejected.class);
        Assertions.assertThat(rejected().complaints())
                .extracting(RenderingAssert::withPlace)
                .containsExactly(complaints);
        return this;
    }

    RenderingAssert complains(String code, String... arguments) {
        Assertions.assertThat(actual).isInstanceOf(Rejected.class);
        Assertions.assertThat(rejected().complaints()).anySatisfy(complaint -> {
            Assertions.assertThat(shortCode(complaint)).isEqualTo(code);
            Assertions.assertThat(complaint.arguments()).containsAll(Arrays.asList(arguments));
        });
        return this;
    }

    List<Manifest> manifests() {
        isRendered();
        return rendered().manifests();
    }

    Manifest manifest(String kind) {
        return manifests().stream()
                .filter(manifest -> manifest.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " in " + actual));
    }

    /** The value at a path such as {@code spec.template.spec.containers.0.image}. */
    static @Nullable Object at(Manifest manifest, String path) {
        @Nullable Object found = manifest.content();
        for (var step : path.split("\\.", -1)) {
            found = found instanceof List<?> list
                    ? list.get(Integer.parseInt(step))
                    : found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return found;
    }

    private Rendered rendered() {
        return (Rendered) actual;
    }

    private Rejected rejected() {
        return (Rejected) actual;
    }

    private static String shortCode(Complaint complaint) {
        return complaint.code().substring("templates.".length());
    }

    private static String withPlace(Complaint complaint) {
        var place = complaint.place();
        return place == null ? shortCode(complaint) : shortCode(complaint) + "@" + place.line() + ":" + place.column();
    }
}
