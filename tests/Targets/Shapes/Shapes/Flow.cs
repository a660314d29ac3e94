namespace Shapes;

internal static class Flow
{
    public static string Clauses(int kind)
    {
        string text = "";
        try
        {
            text += "try";
            if (kind == 1)
                throw new InvalidOperationException("caught");
            if (kind == 2)
                return text + " returned";
        }
        catch (InvalidOperationException exception)
        {
            text += " " + exception.Message;
        }
        finally
        {
            text += " finally";
        }

        return text;
    }

    public static int Through(int depth)
    {
        try
        {
            if (depth == 0)
                throw new InvalidOperationException("deep");
            return Through(depth - 1) + 1;
        }
        catch (InvalidOperationException exception) when (depth == 1)
        {
            throw new NotSupportedException("changed", exception);
        }
    }

    public static int Divide(int left, int right) => left / right;

    public static string Filtered(string wanted)
    {
        try
        {
            throw new ArgumentException(wanted);
        }
        catch (ArgumentException exception) when (exception.Message == "yes")
        {
            return "filtered";
        }
        catch (ArgumentException)
        {
            return "not filtered";
        }
    }

    public static string Name(int number) => number switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        3 => "three",
        _ => "many",
    };

    public static int Letter(string name)
    {
        switch (name)
        {
            case "alpha":
                return 1;
            case "beta":
                return 2;
            default:
                return 0;
        }
    }

    public static int Factorial(int number) => number <= 1 ? 1 : number * Factorial(number - 1);

    public static string Reassigned(int number, string text)
    {
        number += 41;
        text = text.ToUpperInvariant();
        return $"{number} {text}";
    }

    public static int Loop(int times)
    {
        int sum = 0;
        for (int i = 0; i < times; i++)
            sum += i;
        return sum;
    }
}
