package io.cosmopilot.bot.pages;

import java.util.List;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Clean addresses for the pages, and files that a browser asks about again but seldom loads twice. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

    private static final List<String> NAMES = List.of("register", "sign-in", "console", "security", "link", "desk");

    private final Fingerprints fingerprints = new Fingerprints();

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
        NAMES.forEach(name -> registry.addViewController("/" + name).setViewName("forward:/" + name + ".html"));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/**")
                .addResourceLocations("classpath:/META-INF/resources/", "classpath:/static/")
                .setCacheControl(CacheControl.noCache())
                .setEtagGenerator(fingerprints::of);
    }
}
