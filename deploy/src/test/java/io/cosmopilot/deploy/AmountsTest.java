package io.cosmopilot.deploy;

import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a quota counts is told in words, not in the cluster's own. */
class AmountsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            requests.cpu=1500m                    | 1.5 cores                    | 1.5 核 CPU
            requests.storage=10Gi                 | 10 GiB storage               | 10 GiB 存储
            limits.cpu=4,requests.memory=512Mi    | 4 cores (limit), 512 MiB memory | 4 核（上限）、512 MiB 内存
            pods=1, services.nodeports=0, pods=2  | 1 instance(s), 0 services.nodeports, 2 instance(s) | 1 个实例、services.nodeports 0、2 个实例
            LEVEL=3                               | LEVEL=3                      | LEVEL=3
            """)
    void each_resource_has_a_name(String written, String english, String chinese) {
        assertThat(said(written, Locale.ENGLISH)).contains("Needed: " + english + ";");
        assertThat(said(written, Locale.CHINESE)).contains("需要：" + chinese + "；");
    }

    private static String said(String amounts, Locale locale) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/deploy");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages.getMessage(Problem.of("deploy.evidence.quota-exceeded", amounts, "pods=0", "pods=1"), locale);
    }
}
