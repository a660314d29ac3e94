using System.Globalization;
using System.Security;
using System.Text;

namespace HogTrace.Bench.Charts;

/// <summary>Writes an SVG image, in colours for light and dark pages.</summary>
internal sealed class Svg
{
    private const string Style = """
        text { font-family: system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif; font-size: 12px; fill: #1f2328 }
        .page { fill: #ffffff } .title { font-size: 16px; font-weight: 600 } .note { font-size: 11px; fill: #59636e }
        .small { font-size: 9px; fill: #59636e } .grid { stroke: #d1d9e0 } .unit { stroke: #59636e; stroke-width: 1.5 }
        .compiled { fill: #0b62d6 } .interpreted { fill: #79b0f2 } .hand { fill: #2a9d63 } .other { fill: #b4894f }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3 } .page { fill: #0d1117 } .note, .small { fill: #9198a1 } .grid { stroke: #30363d } .unit { stroke: #9198a1 }
          .compiled { fill: #4493f8 } .interpreted { fill: #28548c } .hand { fill: #3fb97a } .other { fill: #a07a46 }
        }
        """;

    private readonly StringBuilder _text = new();

    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="description">For those who don't see it.</param>
    public Svg(double width, double height, string description)
    {
        Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:0} {height:0}\" width=\"{width:0}\" height=\"{height:0}\" role=\"img\">\n");
        Append($"<title>{SecurityElement.Escape(description)}</title>\n<style>\n{Style}\n</style>\n");
        Rectangle("page", 0, 0, width, height);
    }

    public void Rectangle(string style, double x, double y, double width, double height) =>
        Append($"<rect class=\"{style}\" x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\"/>\n");

    public void Vertical(string style, double x, double top, double bottom) =>
        Append($"<line class=\"{style}\" x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{top:0.#}\" y2=\"{bottom:0.#}\"/>\n");

    /// <param name="style">One of the classes.</param>
    /// <param name="x">Where it is anchored.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="anchor">start, middle or end.</param>
    /// <param name="text">The text.</param>
    public void Text(string style, double x, double y, string anchor, string text) =>
        Append($"<text class=\"{style}\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{SecurityElement.Escape(text)}</text>\n");

    /// <summary>The image; nothing can be added afterwards.</summary>
    public string End()
    {
        _text.Append("</svg>\n");
        return _text.ToString();
    }

    private void Append(FormattableString text) => _text.Append(text.ToString(CultureInfo.InvariantCulture));
}
