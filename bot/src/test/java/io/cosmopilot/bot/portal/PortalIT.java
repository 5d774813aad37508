package io.cosmopilot.bot.portal;

import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The developer's pages: the first page, registering, signing in, the console, the security centre. */
class PortalIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @ParameterizedTest
    @EnumSource(Look.class)
    void the_first_page_says_what_the_platform_gives_and_offers_the_way_in(Look look) {
        Visitor visitor = CHROMIUM.visitor(look).open("/");

        assertThat(visitor.page.locator(".way li")).hasCount(6);
        assertThat(visitor.page.locator("a[href='/register']").first()).isVisible();
        assertThat(visitor.page.locator("a[href='/sign-in']").first()).isVisible();
        visitor.looksRight("landing");
    }

    @Test
    void the_language_is_switched_on_the_spot_and_remembered() {
        Visitor visitor = CHROMIUM.visitor(Look.CHINESE_DESK).open("/register");
        assertThat(visitor.page.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(visitor.page.locator("h1")).hasText("注册");

        visitor.page.getByText("English").click();
        assertThat(visitor.page.locator("h1")).hasText("Register");
        assertThat(visitor.page).hasTitle("Register · Cosmopilot");

        visitor.open("/sign-in");
        assertThat(visitor.page.locator("html")).hasAttribute("lang", "en");
        assertThat(visitor.answers.calls("GET /api/me").getLast().headers()).containsEntry("accept-language", "en");
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void each_rule_of_the_password_is_ticked_while_typing(Look look) {
        Visitor visitor = CHROMIUM.visitor(look).open("/register");
        assertThat(visitor.page.locator(".rules li")).hasCount(5);
        assertThat(visitor.page.locator(".rules li[data-met=true]")).hasCount(0);

        visitor.page.locator("#password").fill("abcD1");
        assertThat(visitor.page.locator(".rules li[data-met=true]")).hasCount(3);
        visitor.looksRight("register");

        visitor.page.locator("#password").fill("abcD1!efgh");
        assertThat(visitor.page.locator(".rules li[data-met=true]")).hasCount(5);
    }

    @Test
    void what_the_platform_refuses_is_shown_at_the_fields() {
        Visitor visitor = CHROMIUM.visitor(Look.CHINESE_PHONE);
        visitor.answers.to("POST /api/accounts", 422, """
                {"status":422,"title":"x","errors":[{"field":"username","message":"用户名 li 已经有人用了"},
                {"field":"password","message":"至少 10 个字符"},{"field":"password","message":"还缺一个数字"}]}""");
        visitor.open("/register").page.locator("#username").fill("li");
        visitor.page.locator("#password").press("Enter");

        assertThat(visitor.page.locator("#username-errors")).hasText("用户名 li 已经有人用了");
        assertThat(visitor.page.locator("#password-errors li")).hasCount(2);
        assertThat(visitor.page.locator("#username")).isFocused();
        visitor.looksRight("register-refused");
    }

    @Test
    void who_registers_is_signed_in_directly_and_comes_to_the_console() {
        Visitor visitor = CHROMIUM.visitor(Look.CHINESE_DESK);
        visitor.answers.to("POST /api/accounts", 201, "{}").to("POST /api/session", "{}");
        visitor.open("/register").page.locator("#username").fill("li.wei");
        visitor.page.locator("#displayName").fill("李薇");
        visitor.page.locator("#email").fill("li.wei@example.com");
        visitor.page.locator("#password").fill("Abcdef1!gh");
        assertThat(visitor.page.locator("html")).hasAttribute("lang", "zh-CN");
        signedInAtConsole(visitor);
        visitor.page.locator("#password").press("Enter");

        visitor.isOn("/console");
        assertThat(visitor.page.locator("h1")).hasText("你好，李薇");
        assertThat(visitor.answers.calls("POST /api/accounts").getFirst().body())
                .isEqualTo("{\"username\":\"li.wei\",\"displayName\":\"李薇\",\"email\":\"li.wei@example.com\","
                        + "\"password\":\"Abcdef1!gh\"}");
    }

    @Test
    void a_wrong_password_is_said_and_being_slowed_down_explained() {
        Visitor visitor = CHROMIUM.visitor(Look.ENGLISH_DESK);
        visitor.answers.to("POST /api/session", 401, """
                {"status":401,"detail":"User name or password do not match."}""");
        visitor.open("/sign-in").page.locator("#username").fill("li.wei");
        for (int attempt = 1; attempt <= 3; attempt++) {
            visitor.page.locator("#password").fill("wrong" + attempt);
            visitor.page.locator("#password").press("Enter");
            assertThat(visitor.page.locator(".notice.error")).hasText("User name or password do not match.");
        }
        assertThat(visitor.page.locator(".notice.info")).containsText("takes a little longer");
        visitor.looksRight("sign-in-failed");
    }

    @Test
    void whoever_is_not_signed_in_is_sent_to_sign_in_and_back() {
        Visitor visitor = CHROMIUM.visitor(Look.CHINESE_DESK).open("/security");
        visitor.isOn("/sign-in?next=%2Fsecurity");
        visitor.looksRight("sign-in");

        visitor.answers.to("POST /api/session", "{}").to("GET /api/me", People.LI);
        visitor.page.locator("#username").fill("li.wei");
        visitor.page.locator("#password").fill("Abcdef1!gh");
        visitor.page.locator("#password").press("Enter");
        visitor.isOn("/security");
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void the_console_shows_the_journey_with_its_next_step_and_says_what_to_do_first(Look look) {
        Visitor visitor = CHROMIUM.visitor(look);
        signedInAtConsole(visitor);
        visitor.open("/console");

        assertThat(visitor.page.locator(".journey li[data-state=done]")).hasCount(1);
        assertThat(visitor.page.locator(".journey li[data-state=next]"))
                .containsText(look.chinese() ? "镜像空间" : "Image space");
        assertThat(visitor.page.locator(".empty")).isVisible();
        visitor.looksRight("console-begun");

        visitor.page.locator(".next-step button").click();
        assertThat(visitor.page.locator("cosmopilot-chat")).hasAttribute("open", "");
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void the_console_shows_each_application_with_health_addresses_and_problems(Look look) {
        Visitor visitor = CHROMIUM.visitor(look);
        signedInAtConsole(visitor);
        visitor.answers
                .to("GET /api/me/journey", People.journey(look, 5))
                .to("GET /api/me/applications", People.APPLICATIONS);
        visitor.open("/console");

        assertThat(visitor.page.locator(".application")).hasCount(3);
        assertThat(visitor.page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("blog.example.com"))))
                .hasAttribute("href", "http://blog.example.com/");
        assertThat(visitor.page.locator(".problems")).containsText("does not exist");
        visitor.looksRight("console-running");
    }

    @Test
    void the_console_reads_again_when_the_chat_tells_of_a_change() {
        Visitor visitor = CHROMIUM.visitor(Look.CHINESE_DESK);
        signedInAtConsole(visitor);
        visitor.open("/console");
        assertThat(visitor.page.locator(".empty")).isVisible();

        visitor.answers.to("GET /api/me/applications", People.APPLICATIONS);
        visitor.page.evaluate("window.dispatchEvent(new CustomEvent('cosmopilot:journey'))");
        assertThat(visitor.page.locator(".application")).hasCount(3);
    }

    @Test
    void signing_out_wipes_and_leads_to_the_first_page() {
        Visitor visitor = CHROMIUM.visitor(Look.CHINESE_DESK);
        signedInAtConsole(visitor);
        visitor.answers.to("DELETE /api/session", 204, "");
        visitor.open("/console");
        visitor.page.evaluate("document.cookie = 'XSRF-TOKEN=t0ken'");
        visitor.page.evaluate(
                "window.addEventListener('cosmopilot:signed-out', () => localStorage.setItem('wiped', 'yes'))");
        visitor.answers.to("GET /api/me", 401, "{}");
        visitor.page.getByText("退出").click();

        visitor.isOn("/");
        assertThat(visitor.page.evaluate("localStorage.getItem('wiped')")).isEqualTo("yes");
        assertThat(visitor.answers.calls("DELETE /api/session").getFirst().headers())
                .containsEntry("x-xsrf-token", "t0ken");
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void the_password_is_changed_in_the_security_centre(Look look) {
        Visitor visitor = CHROMIUM.visitor(look);
        visitor.answers.to("GET /api/me", People.LI).to("PUT /api/accounts/me/password", 204, "");
        visitor.open("/security").page.locator("#current").fill("Abcdef1!gh");
        visitor.page.locator("#next").fill("Xbcdef1!gh");
        visitor.page.locator("#next").press("Enter");

        assertThat(visitor.page.locator(".notice.good")).isVisible();
        assertThat(visitor.page.locator("#next")).hasValue("");
        visitor.looksRight("security");
    }

    @Test
    void an_address_without_a_page_shows_the_way_back() {
        Visitor visitor = CHROMIUM.visitor(Look.CHINESE_DESK).open("/nowhere");
        assertThat(visitor.page.locator("main a")).hasAttribute("href", "/");
        visitor.looksRight("missing");
    }

    private static void signedInAtConsole(Visitor visitor) {
        visitor.answers
                .to("GET /api/me", People.LI)
                .to("GET /api/me/journey", People.journey(visitor.look, 1))
                .to("GET /api/me/applications", "[]");
    }
}
