using System.Text;
using HogTrace.Cli.Output;

namespace HogTrace.Tests.Unit.Cli;

public sealed class EventTextTests
{
    [Theory]
    [InlineData(
        """{"probe":"p","function":"Shop.Orders.OrderService.Create","point":"entry","timestamp":1.5,"request":"req-001","thread":7,"captures":{"a":1,"text":"x\"y","none":null}}""",
        """req-001  -> OrderService.Create      a=1  text="x\"y"  none=null""")]
    [InlineData(
        """{"function":"A.B","point":"exit","timestamp":1.5,"request":null,"thread":7,"trace":"0123456789abcdef","captures":{"duration":0.1073}}""",
        "01234567 <- A.B                      duration=107.3ms")]
    [InlineData(
        """{"function":"A.B","point":"exit","timestamp":1.5,"request":null,"thread":7,"captures":{"duration":7e-06}}""",
        "#7       <- A.B                      duration=0.007ms")]
    [InlineData(
        """{"function":"A.B","point":"exit","timestamp":1.5,"captures":{"duration":"long"}}""",
        """-        <- A.B                      duration="long" """)]
    [InlineData(
        """{"function":"A.B","point":"entry","timestamp":1.5,"fault":"TypeMismatch","line":3,"column":9,"message":"int has no 'x'","unreported":2}""",
        "-        -> A.B                      probe fault at 3:9: TypeMismatch: int has no 'x' (and 2 more like it)")]
    public void Shows_what_a_reader_looks_for(string json, string text)
    {
        string line = Render(json, hasColors: false);
        Assert.Matches(@"^\d\d:\d\d:\d\d\.500  ", line);
        Assert.Equal(text.TrimEnd(), line["00:00:00.500  ".Length..]);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[1]")]
    [InlineData("""{"captures":[1]}""")]
    public void Shows_what_is_no_event_as_it_is(string line) => Assert.Equal(line, Render(line, hasColors: false));

    [Fact]
    public void Moves_no_cursor_and_stays_a_line()
    {
        string line = Render("""{"function":"A\u001b[2J.B","point":"exit","request":"\r\n","captures":{"a":"\u009b"}}""", hasColors: false);
        Assert.DoesNotContain(line, char.IsControl);
    }

    [Fact]
    public void Cuts_what_would_fill_the_terminal()
    {
        string line = Render("""{"function":"A.B","point":"exit","captures":{"a":"LONG"}}""".Replace("LONG", new string('x', 100_000), StringComparison.Ordinal), hasColors: false);
        Assert.InRange(line.Length, 400, 600);
        Assert.EndsWith("…", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_colors_where_they_show() =>
        Assert.Contains("\u001b[36mA.B", Render("""{"function":"A.B","point":"exit","captures":{}}""", hasColors: true), StringComparison.Ordinal);

    private static string Render(string json, bool hasColors) =>
        Encoding.UTF8.GetString(new EventText(hasColors).Render(Encoding.UTF8.GetBytes(json)));
}
